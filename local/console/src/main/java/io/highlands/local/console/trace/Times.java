// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Instant;

import io.highlands.local.html.Figures;

/** Moments and durations of spans. */
final class Times {

    private static final long SECOND = 1_000_000_000;

    private static final double MILLI = 1_000_000;

    private Times() {
    }

    /** A moment in nanoseconds since 1970. */
    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /** How long something took, in the unit in which it is best read. */
    static String took(long nanos) {
        if (nanos >= SECOND) {
            return Figures.number(nanos / (double) SECOND) + " s";
        }
        return nanos >= MILLI || nanos == 0
                ? Figures.number(nanos / MILLI) + " ms"
                : Figures.number(nanos / 1000.0) + " µs";
    }
}
