// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.search.MetricName;

/** What memory holds of one metric. */
final class Series {

    /** The number of a series that no file knows yet. */
    static final int UNNUMBERED = 0;

    private final MetricName name;

    private final String order;

    private int id = UNNUMBERED;

    private long lastSecond = Long.MIN_VALUE;

    private final List<SampleRow> recent = new ArrayList<>(0);

    Series(MetricName name) {
        this.name = name;
        StringBuilder text = new StringBuilder(name.namespace()).append('\0').append(name.name());
        new TreeMap<>(name.dimensions()).forEach((key, value) -> text.append('\0').append(key).append('\0')
                .append(value));
        this.order = text.toString();
    }

    MetricName name() {
        return name;
    }

    /** By which series are sorted: namespace, name, dimensions. */
    String order() {
        return order;
    }

    /** Its number in the files, {@link #UNNUMBERED} until it is first written. */
    int id() {
        return id;
    }

    void number(int newId) {
        id = newId;
    }

    /** Time of the latest sample, in seconds since 1970. */
    long lastSecond() {
        return lastSecond;
    }

    void seen(long second) {
        lastSecond = Math.max(lastSecond, second);
    }

    List<SampleRow> recent() {
        return recent;
    }
}
