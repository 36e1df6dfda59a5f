// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.List;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanStatus;

/**
 * What spans of one kind on one edge came to.
 *
 * @param count how many
 * @param failed how many of them failed
 * @param meanNanos how long they took on average
 * @param p95Nanos how long 95 of 100 took at most
 */
record CallStatistics(long count, long failed, long meanNanos, long p95Nanos) {

    static CallStatistics of(List<Span> spans) {
        if (spans.isEmpty()) {
            return new CallStatistics(0, 0, 0, 0);
        }
        long[] durations = spans.stream().mapToLong(Span::durationNanos).sorted().toArray();
        long sum = 0;
        for (long duration : durations) {
            sum += duration;
        }
        int nearestRank = (int) Math.ceil(0.95 * durations.length) - 1;
        return new CallStatistics(durations.length,
                spans.stream().filter(span -> span.status() == SpanStatus.ERROR).count(), sum / durations.length,
                durations[nearestRank]);
    }
}
