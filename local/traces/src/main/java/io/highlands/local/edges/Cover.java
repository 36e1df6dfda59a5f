// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.Comparator;
import java.util.List;

import io.highlands.local.edges.join.CallSpan;

/** How much of a stretch of time is covered by others that may overlap, as concurrent calls do. */
final class Cover {

    private Cover() {
    }

    /**
     * The union of spans within a stretch. All are by one clock: that of their host.
     *
     * @param spans spans in any order
     * @param from the stretch's beginning, in nanoseconds
     * @param until its end
     * @return how many nanoseconds of it at least one of them covers
     */
    static long nanos(List<CallSpan> spans, long from, long until) {
        long covered = 0;
        long reached = from;
        for (CallSpan span : spans.stream().sorted(Comparator.comparingLong(CallSpan::startNanos)).toList()) {
            long begin = Math.max(span.startNanos(), reached);
            long end = Math.min(span.endNanos(), until);
            if (end > begin) {
                covered += end - begin;
                reached = end;
            }
        }
        return covered;
    }
}
