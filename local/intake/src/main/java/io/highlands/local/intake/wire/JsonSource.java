// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import io.highlands.local.error.ParserMessage;

/** JSON, token by token, with limits. */
final class JsonSource {

    /** The largest document, inflated: it may grow to somewhat more than twice that in binary form. */
    static final int LARGEST_BYTES = 4 << 20;

    private static final int DEEPEST = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build();

    private JsonSource() {
    }

    /** What reads a document's only value, of which the parser stands on the first token. */
    interface Reading<T> {

        T read(JsonParser parser);
    }

    static <T> T read(byte[] json, Reading<T> reading) {
        if (json.length > LARGEST_BYTES) {
            throw new MalformedException("JSON: more than " + LARGEST_BYTES + " bytes; allowed in binary form only");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                throw malformed(parser, "nothing");
            }
            T value = reading.read(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser, "a second value");
            }
            return value;
        } catch (JacksonException e) {
            throw new MalformedException("JSON: " + ParserMessage.of(e.getOriginalMessage()));
        }
    }

    static MalformedException unexpected(JsonParser parser, String allowed) {
        JsonToken token = parser.currentToken();
        return malformed(parser, (token == null ? "the end" : token.name()) + " where " + allowed + " is allowed");
    }

    private static MalformedException malformed(JsonParser parser, String what) {
        return new MalformedException("JSON, line " + parser.currentTokenLocation().getLineNr() + ", column "
                + parser.currentTokenLocation().getColumnNr() + ": " + what);
    }
}
