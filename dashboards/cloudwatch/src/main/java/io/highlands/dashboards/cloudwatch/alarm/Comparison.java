// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

/** How a value is compared with its threshold. */
enum Comparison {

    ABOVE("GreaterThanThreshold"), AT_LEAST("GreaterThanOrEqualToThreshold"), BELOW("LessThanThreshold");

    private final String cloudWatchName;

    Comparison(String cloudWatchName) {
        this.cloudWatchName = cloudWatchName;
    }

    String cloudWatchName() {
        return cloudWatchName;
    }
}
