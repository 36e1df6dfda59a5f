// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.List;
import java.util.Map;

/** How values are shown in faults. */
final class Texts {

    private static final int LONGEST = 60;

    private Texts() {
    }

    static String of(Object value) {
        return switch (value) {
            case null -> "missing";
            case String text -> '"' + (text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text) + '"';
            case Map<?, ?> _ -> "an object";
            case List<?> list -> "a list of " + list.size();
            default -> value.toString();
        };
    }

    static boolean isWhole(Number number) {
        return number.doubleValue() == Math.rint(number.doubleValue());
    }
}
