// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import io.highlands.dashboards.cloudwatch.measure.Measure;

/**
 * One condition on one measure: what becomes a metric alarm.
 *
 * @param part
 *            end of the alarm's name where several watches make one alarm: {@code 1h}, {@code cpu}
 * @param measure
 *            what is watched
 * @param comparison
 *            how it is compared
 * @param threshold
 *            with what
 * @param breaching
 *            M: how many periods have to breach
 * @param periods
 *            N: of how many
 * @param missing
 *            what a period without data means
 */
record Watch(String part, Measure measure, Comparison comparison, double threshold, int breaching, int periods,
        MissingData missing) {

    static Watch above(String part, Measure measure, double threshold) {
        return new Watch(part, measure, Comparison.ABOVE, threshold, 1, 1, MissingData.NOT_BREACHING);
    }

    static Watch atLeast(String part, Measure measure, double threshold) {
        return new Watch(part, measure, Comparison.AT_LEAST, threshold, 1, 1, MissingData.NOT_BREACHING);
    }

    static Watch below(String part, Measure measure, double threshold) {
        return new Watch(part, measure, Comparison.BELOW, threshold, 1, 1, MissingData.NOT_BREACHING);
    }

    /**
     * M of N periods. Where FILL turns the newest minute, whose data may be late, into a zero that breaches, M is less
     * than N and more than one, so that one late minute neither raises the alarm nor keeps it raised.
     */
    Watch forAny(int m, int n) {
        return new Watch(part, measure, comparison, threshold, m, n, missing);
    }

    Watch treating(MissingData treatment) {
        return new Watch(part, measure, comparison, threshold, breaching, periods, treatment);
    }
}
