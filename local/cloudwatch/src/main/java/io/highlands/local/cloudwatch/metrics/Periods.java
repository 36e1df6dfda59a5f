// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.local.cloudwatch.CloudWatchException;

/**
 * Which periods can be asked for, where they begin, and of how old data they can be had.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">GetMetricData</a>
 */
sealed interface Periods {

    /** The periods of a length between start and end. */
    Range range(Instant start, Instant end, int seconds);

    /** Before this moment, periods of this length have no data. */
    Instant oldest(int seconds);

    /** Refuses a length. */
    void require(int seconds, String parameter);

    /** As AWS documents them. */
    record Documented(Instant now) implements Periods {

        private static final Set<Integer> SHORT = Set.of(1, 5, 10, 20, 30);

        @Override
        public Range range(Instant start, Instant end, int seconds) {
            long from = start.getEpochSecond();
            from -= Math.floorMod(from, seconds < 60 ? seconds : rounding(start));
            long periods = Math.ceilDiv(end.getEpochSecond() + (end.getNano() > 0 ? 1 : 0) - from, seconds);
            return new Range(Instant.ofEpochSecond(from), Duration.ofSeconds(seconds),
                    Math.toIntExact(Math.max(0, periods)));
        }

        private int rounding(Instant start) {
            if (start.isBefore(now.minus(Duration.ofDays(63)))) {
                return 3600;
            }
            return start.isBefore(now.minus(Duration.ofDays(15))) ? 300 : 60;
        }

        @Override
        public Instant oldest(int seconds) {
            if (seconds % 60 != 0) {
                return now.minus(Duration.ofHours(3));
            }
            if (seconds % 300 != 0) {
                return now.minus(Duration.ofDays(15));
            }
            return now.minus(Duration.ofDays(seconds % 3600 == 0 ? 455 : 63));
        }

        @Override
        public void require(int seconds, String parameter) {
            if (!SHORT.contains(seconds) && (seconds < 60 || seconds % 60 != 0 || seconds > 86_400)) {
                throw CloudWatchException.validation("The value " + seconds + " for parameter " + parameter
                        + " is invalid: a period is 1, 5, 10, 20, 30 or a multiple of 60 seconds, at most 86400.");
            }
        }
    }

    /** Of any length and any age, on the clock's own grid; one as long as the whole stretch of time begins with it. */
    record Free() implements Periods {

        @Override
        public Range range(Instant start, Instant end, int seconds) {
            Duration period = Duration.ofSeconds(seconds);
            Instant first = start.truncatedTo(ChronoUnit.SECONDS);
            return period.compareTo(Duration.between(first, end.truncatedTo(ChronoUnit.SECONDS))) >= 0
                    ? new Range(first, period, 1)
                    : Range.aligned(start, end, period);
        }

        @Override
        public Instant oldest(int seconds) {
            return Instant.MIN;
        }

        @Override
        public void require(int seconds, String parameter) {
            if (seconds < 1) {
                throw CloudWatchException.validation("The value " + seconds + " for parameter " + parameter
                        + " is invalid: a period is a whole number of seconds, at least 1.");
            }
        }
    }
}
