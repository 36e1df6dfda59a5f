// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** ISO 3, series R10: 1.00, 1.25, 1.60, 2.00, 2.50, 3.15, 4.00, 5.00, 6.30, 8.00. */
class DurationBucketTest {

    private static List<DurationBucket> buckets(long... nanos) {
        return DurationBucket.of(LongStream.of(nanos)
                .mapToObj(duration -> Samples.trace(duration == 5_000_000, duration, Map.of())).toList());
    }

    @Test
    void tenBucketsMakeADecadeAndThoseBetweenAreThereWithoutTraces() {
        assertThat(buckets(3_150_000, 3_999_999, 5_000_000, 6_299_999, 9_999_999)).containsExactly(
                new DurationBucket(3_150_000, 4_000_000, 2, 0), new DurationBucket(4_000_000, 5_000_000, 0, 0),
                new DurationBucket(5_000_000, 6_300_000, 2, 1), new DurationBucket(6_300_000, 8_000_000, 0, 0),
                new DurationBucket(8_000_000, 10_000_000, 1, 0));
    }

    @Test
    void theFirstBucketIsBelowAMicrosecondAndTheLastHasAllThatIsLonger() {
        assertThat(buckets(0, 999)).containsExactly(new DurationBucket(0, 1_000, 2, 0));
        assertThat(buckets(1_000)).containsExactly(new DurationBucket(1_000, 1_250, 1, 0));
        assertThat(buckets(Long.MAX_VALUE)).containsExactly(
                new DurationBucket(630_000_000_000_000L, 800_000_000_000_000L, 1, 0));
        assertThat(buckets()).isEmpty();
    }
}
