// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.util.Map;
import java.util.Set;

/** CloudWatch's units as people write them. */
public final class Units {

    private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("Milliseconds", "ms"),
            Map.entry("Seconds", "s"), Map.entry("Microseconds", "µs"), Map.entry("Percent", "%"),
            Map.entry("Bytes", "B"), Map.entry("bytes", "B"), Map.entry("Kilobytes", "kB"),
            Map.entry("Megabytes", "MB"),
            Map.entry("Gigabytes", "GB"), Map.entry("Count", ""), Map.entry("None", ""),
            Map.entry("Count/Second", "/s"), Map.entry("Bytes/Second", "B/s"));

    /** Labels of axes that are units. */
    private static final Set<String> AXES = Set.of("ms", "s", "%", "bytes", "Seconds", "Milliseconds", "Percent",
            "Bytes");

    private Units() {
    }

    /**
     * A unit in short.
     *
     * @param unit CloudWatch's name of it, or nothing
     * @return its sign; nothing for mere counts; the name itself where there is no sign
     */
    public static String sign(String unit) {
        return SHORT.getOrDefault(unit, unit);
    }

    /**
     * The unit of a value whose own is not known: that of its axis, where its label is one.
     *
     * @param unit CloudWatch's name of the value's unit, or nothing
     * @param label what the axis says
     * @return a unit or nothing
     */
    public static String of(String unit, String label) {
        return unit.isEmpty() && AXES.contains(label) ? label : unit;
    }

    /**
     * A value with its unit.
     *
     * @param value any number
     * @param unit CloudWatch's name of the unit, or nothing
     * @return for example {@code 12.3 ms}
     */
    public static String measure(double value, String unit) {
        String sign = sign(unit);
        if (sign.startsWith("B")) {
            return Figures.number(value).replaceFirst("([kMGT]?)$", " $1" + sign);
        }
        return Figures.number(value) + (sign.isEmpty() || sign.startsWith("/") ? sign : " " + sign);
    }
}
