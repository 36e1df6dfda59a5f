// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.highlands.local.intake.batch.Delivery;
import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.batch.SpanDraft;
import io.highlands.local.intake.batch.TraceSampling;

/**
 * A chunk: spans of one trace in one process. Some of what is true of all of them stands at one only: the first 64 bits of
 * the trace's id and the sampling priority. A very long chunk is delivered in parts.
 */
final class Chunk {

    private static final int HEX = 16;

    private final Delivery delivery;
    private final boolean topLevelIsMarked;
    private final double sampleRate;
    private final TraceHighs highs;
    /** Used again from chunk to chunk. */
    private final List<ChunkSpan> spans = new ArrayList<>();
    private int size;
    private long traceHigh;
    private double priority;

    /**
     * Chunks for a delivery.
     *
     * @param delivery where the spans go
     * @param topLevelIsMarked whether the tracer marks the first spans of services
     * @param sampleRate the part of all traces to keep, whatever priority they come with
     * @param highs what earlier chunks said of the traces
     */
    Chunk(Delivery delivery, boolean topLevelIsMarked, double sampleRate, TraceHighs highs) {
        this.delivery = delivery;
        this.topLevelIsMarked = topLevelIsMarked;
        this.sampleRate = sampleRate;
        this.highs = highs;
    }

    void begin() {
        size = 0;
        traceHigh = 0;
        // Without a priority the trace was not sampled by its tracer, and is kept.
        priority = 1;
    }

    /** The next span to read. */
    ChunkSpan next() {
        if (size == Limits.BATCH) {
            deliver();
        }
        if (size == spans.size()) {
            spans.add(new ChunkSpan(this));
        }
        ChunkSpan span = spans.get(size++);
        span.begin();
        return span;
    }

    /** Takes the first 64 bits of the trace's id; anything but 16 hexadecimal digits is ignored, as the agent does. */
    void traceHigh(String hex) {
        if (hex.length() == HEX && hex.chars().allMatch(digit -> Character.digit(digit, HEX) >= 0)) {
            traceHigh = Long.parseUnsignedLong(hex, HEX);
        }
    }

    void priority(double value) {
        priority = value;
    }

    /** Delivers what was read, and is ready for more of the same chunk. */
    void deliver() {
        if (size == 0) {
            return;
        }
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < size; i++) {
            ids.add(spans.get(i).draft().id());
        }
        delivery.together(size);
        traceHigh = highs.of(spans.getFirst().draft().traceLow(), traceHigh);
        for (int i = 0; i < size; i++) {
            ChunkSpan span = spans.get(i);
            span.end();
            SpanDraft draft = span.draft();
            draft.traceHigh(traceHigh);
            draft.localRoot(isLocalRoot(span, ids));
            if (priority > 0 && TraceSampling.keeps(draft.traceLow(), sampleRate)) {
                delivery.add(draft);
            } else {
                delivery.sampleAway(draft);
            }
        }
        size = 0;
    }

    private boolean isLocalRoot(ChunkSpan span, Set<Long> ids) {
        long parent = span.draft().parent();
        return parent == 0 || !ids.contains(parent) && (!topLevelIsMarked || span.isTopLevel());
    }
}
