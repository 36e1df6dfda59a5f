// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.Locale;

import io.highlands.telemetry.Unit;

/** What axes say. */
final class Units {

    static final String PER_SECOND = "per second";
    /** Of counts: one period is a minute in AWS, and shorter where local mode runs faster. */
    static final String PER_PERIOD = "per period";
    static final String PERCENT = "%";
    /** Of a burn rate: how many times the pace at which the budget lasts just as long as its window. */
    static final String TIMES = "times sustainable";

    private Units() {
    }

    static String of(Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> "ms";
            case SECONDS -> "s";
            case PERCENT -> PERCENT;
            default -> unit.cloudWatchName().toLowerCase(Locale.ROOT);
        };
    }
}
