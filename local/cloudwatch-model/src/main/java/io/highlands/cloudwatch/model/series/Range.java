// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.series;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time cut into periods. The start is inclusive, the end exclusive, as in GetMetricData.
 *
 * @param start start of the first period, a whole second
 * @param period length of a period, at least a second
 * @param periods how many periods follow each other
 */
public record Range(Instant start, Duration period, int periods) {

    /** Checks that the range can be cut into whole seconds. */
    public Range {
        if (period.toSeconds() < 1 || period.getNano() != 0) {
            throw new IllegalArgumentException("A period is a whole number of seconds, at least 1, not " + period);
        }
        if (start.getNano() != 0) {
            throw new IllegalArgumentException("A range starts at a whole second, not at " + start);
        }
        if (periods < 0) {
            throw new IllegalArgumentException("A range has no fewer than 0 periods, not " + periods);
        }
    }

    /**
     * The periods that touch a stretch of time, on the clock's own grid: a period of five minutes begins at :00, :05, :10.
     *
     * @param from first moment wanted
     * @param until first moment no longer wanted
     * @param period length of a period
     * @return the periods from the one that holds {@code from} to the one before {@code until}
     */
    public static Range aligned(Instant from, Instant until, Duration period) {
        long length = period.toSeconds();
        long first = Math.floorDiv(from.getEpochSecond(), length);
        long last = -Math.floorDiv(-until.getEpochSecond(), length);
        return new Range(Instant.ofEpochSecond(first * length), period, (int) Math.max(0, last - first));
    }

    /**
     * The last periods before a moment, which need not be on the clock's grid.
     *
     * @param end first moment after the last period
     * @param period length of a period
     * @param periods how many of them
     * @return the range
     */
    public static Range endingAt(Instant end, Duration period, int periods) {
        return new Range(end.minus(period.multipliedBy(periods)), period, periods);
    }

    /**
     * The first moment after the range.
     *
     * @return the end, exclusive
     */
    public Instant end() {
        return at(periods);
    }

    /**
     * Where a period starts.
     *
     * @param index number of the period, from 0
     * @return its start
     */
    public Instant at(int index) {
        return start.plusSeconds(index * period.toSeconds());
    }

    /**
     * Which period holds a moment.
     *
     * @param time the moment
     * @return the number of the period, or -1 outside the range
     */
    public int indexOf(Instant time) {
        long index = Math.floorDiv(time.getEpochSecond() - start.getEpochSecond(), period.toSeconds());
        return index < 0 || index >= periods ? -1 : (int) index;
    }
}
