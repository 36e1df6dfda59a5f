// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.span;

import java.util.List;

/** Takes spans. */
@FunctionalInterface
public interface SpanSink {

    /**
     * Takes a batch. It can be read at once, and is on disk within a second.
     *
     * @param spans the spans, of any traces
     * @return false when nothing of the batch was taken, because the store is behind with writing: it is counted as dropped,
     *         and the sender may try again
     */
    boolean put(List<Span> spans);
}
