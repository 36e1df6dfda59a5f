// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first 64 bits of the ids of recent traces by the last 64. A tracer that flushes a trace in several chunks may write
 * {@code _dd.p.tid} into the first of them only; the others belong to the same trace. May be used by any thread.
 *
 * @see <a href="https://github.com/DataDog/dd-trace-js/pull/6843">A tracer that lost it after a partial flush</a>
 */
final class TraceHighs {

    private final Map<Long, Long> recent;

    /**
     * A memory of traces.
     *
     * @param most how many traces are remembered, the latest ones
     */
    TraceHighs(int most) {
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
                return size() > most;
            }
        };
    }

    /** {@return a trace's first 64 bits, 0 where no chunk named any; notes what this chunk says, where 0 says nothing} */
    synchronized long of(long low, long said) {
        if (said != 0) {
            recent.put(low, said);
            return said;
        }
        return recent.getOrDefault(low, 0L);
    }
}
