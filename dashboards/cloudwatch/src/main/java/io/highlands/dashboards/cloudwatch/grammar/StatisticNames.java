// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

/** How CloudWatch writes statistics: user guide, Statistics definitions. */
final class StatisticNames {

    private static final String NUMBER = "\\d+(\\.\\d{1,10})?";

    static final String PATTERN = "SampleCount|Average|Sum|Minimum|Maximum|IQM|(p|tm|tc|ts|wm)" + NUMBER
            + "|(TM|TC|TS|WM|PR)\\((" + NUMBER + "%?)?:(" + NUMBER + "%?)?\\)";

    private StatisticNames() {
    }
}
