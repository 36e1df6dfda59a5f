// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.wire.MsgpackReader;

/** Reads spans of versions 0.3 and 0.4: maps by name. What is not named here (links, events, meta_struct) is gone over. */
final class MapSpans implements SpanReader {

    private final MsgpackReader in;

    MapSpans(MsgpackReader in) {
        this.in = in;
    }

    @Override
    public void read(ChunkSpan span) {
        for (int fields = in.map(); fields > 0; fields--) {
            switch (in.text(Limits.KEY_BYTES)) {
                case "service" -> span.service(in.text(Limits.NAME_BYTES));
                case "name" -> span.operation(in.text(Limits.NAME_BYTES));
                case "resource" -> span.resource(in.text(Limits.NAME_BYTES));
                case "trace_id" -> span.trace(in.integer());
                case "span_id" -> span.id(in.integer());
                case "parent_id" -> span.parent(in.integer());
                case "start" -> span.start(in.integer());
                case "duration" -> span.duration(in.integer());
                case "error" -> span.error(in.integer());
                case "meta" -> meta(span);
                case "metrics" -> metrics(span);
                default -> in.skip();
            }
        }
    }

    private void meta(ChunkSpan span) {
        for (int pairs = in.map(); pairs > 0; pairs--) {
            span.meta(in.text(Limits.KEY_BYTES), in.text(Limits.VALUE_BYTES));
        }
    }

    private void metrics(ChunkSpan span) {
        for (int pairs = in.map(); pairs > 0; pairs--) {
            span.metric(in.text(Limits.KEY_BYTES), in.decimal());
        }
    }
}
