// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import java.util.ArrayList;
import java.util.List;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanSink;
import io.highlands.local.span.SpanSource;

/**
 * The spans of one request on their way to the store, in batches of at most {@link Limits#BATCH}. A request with no more
 * spans than that is taken whole or not at all; of a longer one that breaks in the middle, the batches before are kept.
 */
public final class Delivery {

    private final SpanSink sink;
    private final SpanCounters counters;
    private final SpanMaker maker;
    private final long earliest;
    private final long latest;
    private final List<Span> batch = new ArrayList<>();
    private long received;
    private long requests;
    private long sampled;
    private long refusedInBatch;
    private long taken;
    private long dropped;
    private long refused;
    private String reason = "";

    /**
     * What became of a request's spans.
     *
     * @param taken spans that the store took
     * @param dropped spans that it turned away
     * @param refused spans that are none
     * @param reason why the first of them was refused
     */
    public record Outcome(long taken, long dropped, long refused, String reason) {

        /** {@return whether the whole request may be sent again, because nothing of it was taken} */
        public boolean isTurnedAway() {
            return dropped > 0 && taken == 0;
        }
    }

    /**
     * A delivery for one request.
     *
     * @param sink what takes the spans
     * @param counters what counts them
     * @param source the protocol
     * @param nowMillis this machine's time, in milliseconds since 1970
     */
    public Delivery(SpanSink sink, SpanCounters counters, SpanSource source, long nowMillis) {
        this.sink = sink;
        this.counters = counters;
        this.maker = new SpanMaker(source);
        this.earliest = (nowMillis - Limits.PAST.toMillis()) * 1_000_000;
        this.latest = (nowMillis + Limits.FUTURE.toMillis()) * 1_000_000;
    }

    /**
     * Says that the next spans belong together: they go on in one batch, if one can hold them.
     *
     * @param count how many
     */
    public void together(int count) {
        if (batch.size() + count > Limits.BATCH) {
            flush();
        }
    }

    /**
     * Takes a span to deliver, unless it is none.
     *
     * @param draft the span; it may be used again afterwards
     */
    public void add(SpanDraft draft) {
        count(draft);
        String wrong = wrongWith(draft);
        if (!wrong.isEmpty()) {
            refuse(wrong);
            return;
        }
        batch.add(maker.make(draft));
        if (batch.size() == Limits.BATCH) {
            flush();
        }
    }

    /**
     * Counts a span that the sample rate leaves out.
     *
     * @param draft the span
     */
    public void sampleAway(SpanDraft draft) {
        count(draft);
        sampled++;
    }

    /**
     * Hands on the rest.
     *
     * @return what became of all
     */
    public Outcome finish() {
        flush();
        return new Outcome(taken, dropped, refused, reason);
    }

    private void count(SpanDraft draft) {
        received++;
        if (draft.localRoot && !draft.isHandler()) {
            requests++;
        }
    }

    private String wrongWith(SpanDraft draft) {
        if (draft.traceHigh == 0 && draft.traceLow == 0) {
            return "a trace id is 16 bytes and not zero";
        }
        if (draft.id == 0) {
            return "a span id is 8 bytes and not zero";
        }
        if (draft.start < earliest || draft.start > latest) {
            return "a span begins within the last 24 hours or the next hour";
        }
        return "";
    }

    private void refuse(String why) {
        refusedInBatch++;
        if (reason.isEmpty()) {
            reason = why;
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            if (sink.put(List.copyOf(batch))) {
                taken += batch.size();
                counters.taken.add(batch.size());
            } else {
                dropped += batch.size();
                counters.dropped.add(batch.size());
            }
            batch.clear();
        }
        counters.received.add(received);
        counters.requests.add(requests);
        counters.sampledAway.add(sampled);
        counters.refused.add(refusedInBatch);
        refused += refusedInBatch;
        received = 0;
        requests = 0;
        sampled = 0;
        refusedInBatch = 0;
    }
}
