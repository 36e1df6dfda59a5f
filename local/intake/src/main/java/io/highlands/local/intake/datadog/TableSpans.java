// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.wire.MalformedException;
import io.highlands.local.intake.wire.MsgpackReader;

/** Reads spans of version 0.5: arrays of twelve, whose texts are places in a table that comes first. */
final class TableSpans implements SpanReader {

    /** Far more than a tracer's 2 MiB hold, and little memory. */
    private static final int MAX_TEXTS = 1 << 19;
    private static final int FIELDS = 12;

    private final MsgpackReader in;
    private final String[] table;

    TableSpans(MsgpackReader in) {
        this.in = in;
        int size = in.array();
        if (size > MAX_TEXTS) {
            throw new MalformedException("a table of " + size + " texts; allowed: " + MAX_TEXTS);
        }
        this.table = new String[size];
        for (int i = 0; i < size; i++) {
            table[i] = in.text(Limits.VALUE_BYTES);
        }
    }

    @Override
    public void read(ChunkSpan span) {
        int fields = in.array();
        if (fields != FIELDS) {
            throw new MalformedException("a v0.5 span of " + fields + " fields; allowed: " + FIELDS);
        }
        span.service(text());
        span.operation(text());
        span.resource(text());
        span.trace(in.integer());
        span.id(in.integer());
        span.parent(in.integer());
        span.start(in.integer());
        span.duration(in.integer());
        span.error(in.integer());
        for (int pairs = in.map(); pairs > 0; pairs--) {
            span.meta(text(), text());
        }
        for (int pairs = in.map(); pairs > 0; pairs--) {
            span.metric(text(), in.decimal());
        }
        in.skip();
    }

    private String text() {
        long place = in.integer();
        if (place < 0 || place >= table.length) {
            throw new MalformedException("text " + place + " of a table of " + table.length);
        }
        return table[(int) place];
    }
}
