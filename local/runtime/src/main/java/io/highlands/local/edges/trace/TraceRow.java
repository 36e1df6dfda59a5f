// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.trace;

import io.highlands.local.edges.join.MeshHop;
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
     * A span.
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
     * @param hop the proxy's line
     */
    record OfHop(int depth, MeshHop hop) implements TraceRow {

        @Override
        public long startNanos() {
            return hop.startNanos();
        }

        @Override
        public long durationNanos() {
            return hop.durationNanos();
        }

        @Override
        public String service() {
            return hop.service();
        }
    }
}
