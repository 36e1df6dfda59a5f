// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A moment as a value: a number of milliseconds to compute with, a date to read.
 *
 * @param millis milliseconds since 1970
 */
record Moment(long millis) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS")
            .withZone(ZoneOffset.UTC);

    static Moment of(Instant time) {
        return new Moment(time.toEpochMilli());
    }

    /** The start of the period that holds this moment. */
    Moment floor(long period) {
        return new Moment(Math.floorDiv(millis, period) * period);
    }

    @Override
    public String toString() {
        return FORMAT.format(Instant.ofEpochMilli(millis));
    }
}
