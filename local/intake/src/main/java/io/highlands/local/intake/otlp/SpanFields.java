// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.batch.SpanDraft;
import io.highlands.local.intake.wire.ProtobufReader;
import io.highlands.local.intake.wire.Texts;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;

/** Reads a Span. Of its events the exceptions are kept, as attributes; its links are not. */
final class SpanFields {

    private static final int TRACE_BYTES = 16;
    private static final int PARENT_IS_KNOWN = 0x100;
    private static final int PARENT_IS_REMOTE = 0x200;
    private static final SpanKind[] KINDS = {SpanKind.INTERNAL, SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CLIENT,
            SpanKind.PRODUCER, SpanKind.CONSUMER};

    private final Texts texts;
    private final Attributes attributes;

    SpanFields(Texts texts) {
        this.texts = texts;
        this.attributes = new Attributes(texts);
    }

    void read(ProtobufReader in, SpanDraft draft) {
        int flags = 0;
        long end = 0;
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> trace(in, draft);
                case 2 -> draft.id(id(in));
                case 4 -> draft.parent(id(in));
                case 5 -> draft.name(in.text(texts, Limits.NAME_BYTES));
                case 6 -> draft.kind(kind(in.number()));
                case 7 -> draft.start(in.fixed64());
                case 8 -> end = in.fixed64();
                case 9 -> attributes.read(in.message(), draft::attribute);
                case 10 -> draft.leftOut(in.number());
                case 11 -> event(in.message(), draft);
                case 15 -> status(in.message(), draft);
                case 16 -> flags = in.fixed32();
                default -> in.skip();
            }
        }
        draft.duration(end - draft.start());
        draft.localRoot(isLocalRoot(draft, flags));
    }

    private static void trace(ProtobufReader in, SpanDraft draft) {
        int at = in.id(TRACE_BYTES);
        if (at >= 0) {
            draft.traceHigh(in.bigEndian(at));
            draft.traceLow(in.bigEndian(at + Long.BYTES));
        }
    }

    private static long id(ProtobufReader in) {
        int at = in.id(Long.BYTES);
        return at < 0 ? 0 : in.bigEndian(at);
    }

    private static SpanKind kind(long number) {
        return number < 0 || number >= KINDS.length ? SpanKind.INTERNAL : KINDS[(int) number];
    }

    private static boolean isLocalRoot(SpanDraft draft, int flags) {
        if (draft.parent() == 0) {
            return true;
        }
        if ((flags & PARENT_IS_KNOWN) != 0) {
            return (flags & PARENT_IS_REMOTE) != 0;
        }
        return draft.kind() == SpanKind.SERVER || draft.kind() == SpanKind.CONSUMER;
    }

    private void status(ProtobufReader in, SpanDraft draft) {
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 2 -> draft.error(in.text(texts, Limits.VALUE_BYTES));
                case 3 -> draft.status(outcome(in.number()));
                default -> in.skip();
            }
        }
    }

    private static SpanStatus outcome(long code) {
        if (code == 1) {
            return SpanStatus.OK;
        }
        return code == 2 ? SpanStatus.ERROR : SpanStatus.UNSET;
    }

    /** An exception's attributes are named so that they do not mix with others; only the first exception's stay. */
    private void event(ProtobufReader in, SpanDraft draft) {
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == 3) {
                attributes.read(in.message(), (key, value) -> {
                    if (key.startsWith("exception.")) {
                        draft.attribute(key, value);
                    }
                });
            } else {
                in.skip();
            }
        }
    }
}
