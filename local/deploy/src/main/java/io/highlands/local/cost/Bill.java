// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import java.util.ArrayList;
import java.util.List;

import io.highlands.local.control.message.MeasuredUsage;

/**
 * A month of metrics, alarms and dashboards.
 *
 * @param lines what it is made of
 */
public record Bill(List<Line> lines) {

    static final long MINUTES_A_MONTH = 730 * 60;

    public Bill {
        lines = List.copyOf(lines);
    }

    /**
     * What one kind of usage costs.
     *
     * @param what is paid for
     * @param count how many
     * @param price of one in a month, in dollars
     */
    public record Line(String what, double count, double price) {

        /** {@return what it comes to, in dollars a month} */
        public double dollars() {
            return count * price;
        }
    }

    /**
     * Adds up what a month of the counted usage costs.
     *
     * @param counted what the running platform counted
     * @param tasks running tasks, each of which calls PutMetricData once a minute in AWS
     * @param prices of one of each
     * @return the bill
     */
    public static Bill of(MeasuredUsage counted, int tasks, PriceList prices) {
        List<Line> lines = new ArrayList<>();
        counted.customMetrics().forEach((service, count) -> lines.add(
                new Line("custom metrics of " + service, count, prices.one("customMetric"))));
        lines.add(new Line("calls of PutMetricData, in thousands", tasks * MINUTES_A_MONTH / 1_000.0,
                prices.one("thousandRequests")));
        lines.add(new Line("metrics in alarms", counted.alarmMetrics(), prices.one("alarmMetric")));
        lines.add(new Line("composite alarms", counted.compositeAlarms(), prices.one("compositeAlarm")));
        lines.add(new Line("dashboards", counted.dashboards(), prices.one("dashboard")));
        return new Bill(lines);
    }

    /** {@return what all lines come to, in dollars a month} */
    public double dollars() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }
}
