// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * CloudWatch's units (API_MetricDatum, Unit). Their place in the list is what the files hold: new ones go to the end.
 */
public final class Unit {

    /** The unit of a metric that has none. */
    public static final String NONE = "None";

    private static final List<String> ALL = List.of(NONE, "Seconds", "Microseconds", "Milliseconds", "Bytes",
            "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits",
            "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second",
            "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second",
            "Terabits/Second", "Count/Second");

    /**
     * The order in which AWS names them when it refuses a unit. Of several units of a metric, GetMetricData keeps the one that
     * comes first here, as recorded in localstack/localstack#9877.
     */
    private static final List<String> PREFERRED = List.of("Megabits", "Terabits", "Gigabits", "Count", "Bytes",
            "Gigabytes", "Gigabytes/Second", "Kilobytes", "Kilobits/Second", "Terabytes", "Terabits/Second",
            "Bytes/Second", "Percent", "Megabytes", "Megabits/Second", "Milliseconds", "Microseconds",
            "Kilobytes/Second", "Gigabits/Second", "Megabytes/Second", "Bits", "Bits/Second", "Count/Second",
            "Seconds", "Kilobits", "Terabytes/Second", NONE);

    private static final Map<String, Integer> CODES = IntStream.range(0, ALL.size()).boxed()
            .collect(Collectors.toUnmodifiableMap(ALL::get, Function.identity()));

    private Unit() {
    }

    /**
     * Whether CloudWatch has a unit of this name.
     *
     * @param name such as {@code Milliseconds}; upper and lower case matter
     * @return true when it has
     */
    public static boolean exists(String name) {
        return name != null && CODES.containsKey(name);
    }

    /**
     * All units.
     *
     * @return their names
     */
    public static List<String> names() {
        return ALL;
    }

    /** {@return all units, the one that CloudWatch keeps of several first} */
    public static List<String> preferred() {
        return PREFERRED;
    }

    /** A code as a file has it; that of no unit where it is not one of ours. */
    static byte known(byte code) {
        return code >= 0 && code < ALL.size() ? code : 0;
    }

    static int code(String name) {
        return CODES.get(name);
    }
}
