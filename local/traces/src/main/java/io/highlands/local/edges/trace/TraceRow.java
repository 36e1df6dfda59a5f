// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.trace;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.span.Span;

/** A row of a waterfall. */
public sealed interface TraceRow {

    /** How far below a root. */
    int depth();

    /** When it began, in nanoseconds since 1970. */
    long startNanos();

    /** How long it took. */
    long durationNanos();

    /** When it ended, in nanoseconds since 1970. */
    default long endNanos() {
        return startNanos() + durationNanos();
    }

    /** Whose it is. */
    String service();

    /**
     * A line of the waterfall that a service recorded.
     *
     * @param depth how far below a root
     * @param span the span
     */
    record OfSpan(int depth, Span span) implements TraceRow {

        @Override
        public long startNanos() {
            return span.startNanos();
        }

        @Override
        public long durationNanos() {
            return span.durationNanos();
        }

        @Override
        public String service() {
            return span.service();
        }
    }

    /**
     * A request in a proxy.
     *
     * @param depth how far below a root
     * @param entry the proxy's access log entry
     */
    record OfProxy(int depth, AccessLogEntry entry) implements TraceRow {

        @Override
        public long startNanos() {
            return entry.startNanos();
        }

        @Override
        public long durationNanos() {
            return entry.durationNanos();
        }

        @Override
        public String service() {
            return entry.service();
        }
    }
}
