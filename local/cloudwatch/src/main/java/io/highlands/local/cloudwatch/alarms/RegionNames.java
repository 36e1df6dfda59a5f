// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.Map;

/**
 * The names of Regions in CloudWatch's notifications, such as "EU (Ireland)".
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/rande.html">Regions; messages that people published write EU
 *      where this page writes Europe</a>
 */
final class RegionNames {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("us-east-1", "US East (N. Virginia)"),
            Map.entry("us-east-2", "US East (Ohio)"), Map.entry("us-west-1", "US West (N. California)"),
            Map.entry("us-west-2", "US West (Oregon)"), Map.entry("ca-central-1", "Canada (Central)"),
            Map.entry("sa-east-1", "South America (Sao Paulo)"), Map.entry("eu-west-1", "EU (Ireland)"),
            Map.entry("eu-west-2", "EU (London)"), Map.entry("eu-west-3", "EU (Paris)"),
            Map.entry("eu-central-1", "EU (Frankfurt)"), Map.entry("eu-north-1", "EU (Stockholm)"),
            Map.entry("eu-south-1", "EU (Milan)"), Map.entry("ap-south-1", "Asia Pacific (Mumbai)"),
            Map.entry("ap-northeast-1", "Asia Pacific (Tokyo)"), Map.entry("ap-northeast-2", "Asia Pacific (Seoul)"),
            Map.entry("ap-northeast-3", "Asia Pacific (Osaka)"),
            Map.entry("ap-southeast-1", "Asia Pacific (Singapore)"),
            Map.entry("ap-southeast-2", "Asia Pacific (Sydney)"), Map.entry("ap-east-1", "Asia Pacific (Hong Kong)"),
            Map.entry("me-south-1", "Middle East (Bahrain)"), Map.entry("af-south-1", "Africa (Cape Town)"));

    private RegionNames() {
    }

    /** The name of a Region; its code where it is not listed. */
    static String of(String region) {
        return NAMES.getOrDefault(region, region);
    }
}
