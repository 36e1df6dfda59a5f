// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import io.highlands.telemetry.Unit;

/** Datadog's names of units (Datadog, <em>Metrics units</em>). */
final class Units {

    private Units() {
    }

    /** Datadog's name of the unit, or nothing where a number speaks for itself. */
    static String of(Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> "millisecond";
            case SECONDS -> "second";
            case BYTES -> "byte";
            case PERCENT -> "percent";
            case MEGABYTES, GIGABYTES, BYTES_PER_SECOND -> throw new IllegalArgumentException(
                    "unit %s is none of milliseconds, seconds, bytes, percent, count".formatted(unit));
            case COUNT, NONE -> "";
        };
    }
}
