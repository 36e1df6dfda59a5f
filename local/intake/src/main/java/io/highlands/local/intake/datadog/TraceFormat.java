// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import io.highlands.local.intake.wire.MalformedException;
import io.highlands.local.intake.wire.MsgpackReader;
import io.highlands.local.intake.wire.Texts;

/** The versions of the traces' format. */
enum TraceFormat {

    /** Spans as maps; the answer says nothing of sample rates. */
    V03,
    /** Spans as maps. */
    V04,
    /** Spans as arrays that name their texts by place in a table before them. */
    V05;

    static TraceFormat at(String path) {
        return switch (path) {
            case "/v0.3/traces" -> V03;
            case "/v0.4/traces" -> V04;
            case "/v0.5/traces" -> V05;
            default -> null;
        };
    }

    /** Reads a whole body chunk by chunk, each of which is delivered as soon as it is read. */
    void read(byte[] body, Texts texts, Chunk chunk) {
        MsgpackReader in = new MsgpackReader(body, texts);
        if (this == V05) {
            if (in.array() != 2) {
                throw new MalformedException("v0.5 traces are an array of two: texts, and chunks");
            }
            chunks(in, chunk, new TableSpans(in));
        } else {
            chunks(in, chunk, new MapSpans(in));
        }
        if (!in.isAtEnd()) {
            throw new MalformedException("msgpack: a second value where traces are one");
        }
    }

    private static void chunks(MsgpackReader in, Chunk chunk, SpanReader spans) {
        for (int chunks = in.array(); chunks > 0; chunks--) {
            chunk.begin();
            for (int left = in.array(); left > 0; left--) {
                spans.read(chunk.next());
            }
            chunk.deliver();
        }
    }
}
