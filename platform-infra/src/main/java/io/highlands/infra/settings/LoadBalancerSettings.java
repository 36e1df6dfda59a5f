// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.highlands.infra.yaml.Section;

/**
 * The entry for users.
 *
 * @param certificate
 *            ARN of an ACM certificate: HTTPS on 443, and 80 redirects to it. Default none: HTTP on 80
 * @param allowFrom
 *            IPv4 ranges that may send requests; default none named, which lets in everybody
 * @param accessLogs
 *            whether it keeps access logs in a bucket; default false; needs {@code region}
 * @param deletionProtection
 *            whether it refuses to be deleted; default false
 */
public record LoadBalancerSettings(Optional<String> certificate, List<String> allowFrom, boolean accessLogs,
        boolean deletionProtection) {

    private static final Pattern RANGE = Pattern
            .compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}/(3[0-2]|[12]?\\d)");

    static LoadBalancerSettings read(Section section) {
        var certificate = section.text("certificate", Arn.of("acm", "certificate/.+"),
                "arn:aws:acm:REGION:ACCOUNT:certificate/ID");
        var settings = new LoadBalancerSettings(certificate,
                section.texts("allowFrom", RANGE, "an IPv4 range such as 203.0.113.0/24"),
                section.flag("accessLogs", false),
                section.flag("deletionProtection", false));
        section.done();
        return settings;
    }
}
