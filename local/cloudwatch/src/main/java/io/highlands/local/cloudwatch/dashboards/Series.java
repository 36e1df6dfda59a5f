// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.OptionalDouble;

/**
 * One line of a chart.
 *
 * @param id of the row it comes from; a search gives several series of one id
 * @param label as CloudWatch builds it, with dynamic parts computed
 * @param colour {@code #rrggbb}: the row's, or the next of CloudWatch's palette
 * @param side the axis it belongs to
 * @param unit of the metric as it was published, such as {@code Milliseconds}; empty for expressions and where unknown
 * @param seconds starts of the periods that have a value, seconds since 1970, ascending
 * @param values their values; periods without one are absent, never zero
 * @param period length of a period in seconds
 * @param number the value for numbers, bars and tables: of the last period that has one, or of the whole range where the
 *        widget says so; empty without data
 */
public record Series(String id, String label, String colour, Side side, String unit, long[] seconds, double[] values,
        int period, OptionalDouble number) {

    /**
     * Whether no period has a value.
     *
     * @return true without points
     */
    public boolean empty() {
        return values.length == 0;
    }
}
