// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

/** What a period without data means to an alarm (Amazon CloudWatch user guide, alarms-and-missing-data). */
enum MissingData {

    /** Nothing happened, so all is healthy: for what is only published when there is traffic, or when it goes wrong. */
    NOT_BREACHING("notBreaching"),
    /** Silence is the fault: for what is published as long as anything works. */
    BREACHING("breaching");

    private final String cloudWatchName;

    MissingData(String cloudWatchName) {
        this.cloudWatchName = cloudWatchName;
    }

    String cloudWatchName() {
        return cloudWatchName;
    }
}
