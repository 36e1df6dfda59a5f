// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.regex.Pattern;

import io.highlands.infra.yaml.Section;

/**
 * The environment's own network.
 *
 * @param cidr
 *            address range, a /16 to /19; default 10.0.0.0/16
 * @param availabilityZones
 *            zones with a subnet of each kind, 2 or 3 (a load balancer needs two); default 2
 * @param natGateways
 *            NAT gateways, 1 to the number of zones: one costs less, one per zone survives the loss of a zone; default 1
 */
public record NetworkSettings(String cidr, int availabilityZones, int natGateways) {

    private static final Pattern CIDR = Pattern.compile("(10|172|192)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}/1[6-9]");

    static NetworkSettings read(Section section) {
        String cidr = section.text("cidr", CIDR, "a private range of size /16 to /19").orElse("10.0.0.0/16");
        int zones = section.whole("availabilityZones", 2, 2, 3);
        int gateways = section.whole("natGateways", 1, 1, zones);
        section.done();
        return new NetworkSettings(cidr, zones, gateways);
    }
}
