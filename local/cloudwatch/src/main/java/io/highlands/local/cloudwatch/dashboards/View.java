// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/** How a metric or log widget is drawn; the names are those of the dashboard body. */
public enum View {

    /** Lines, or areas where stacked, over time. */
    TIME_SERIES("timeSeries"),

    /** The latest value as a number. */
    SINGLE_VALUE("singleValue"),

    /** The latest value between the ends of the left axis. */
    GAUGE("gauge"),

    /** The latest values as bars. */
    BAR("bar"),

    /** The latest values as parts of a whole. */
    PIE("pie"),

    /** Values in rows. */
    TABLE("table");

    private final String word;

    View(String word) {
        this.word = word;
    }

    /**
     * The name in the dashboard body.
     *
     * @return such as {@code timeSeries}
     */
    public String word() {
        return word;
    }
}
