// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import java.nio.charset.StandardCharsets;

import tools.jackson.core.io.JsonStringEncoder;

import io.highlands.local.intake.http.Answer;
import io.highlands.local.intake.http.Request;
import io.highlands.local.intake.wire.JsonMessage;
import io.highlands.local.intake.wire.JsonToProtobuf;
import io.highlands.local.intake.wire.ProtobufWriter;

/** How a request is encoded, and so its answer. */
enum Encoding {

    /** {@code application/x-protobuf}. */
    PROTOBUF("application/x-protobuf") {

        @Override
        byte[] read(Request request, JsonMessage message) {
            return request.body();
        }

        @Override
        Answer partial(Signal signal, long rejected, String why) {
            byte[] success = new ProtobufWriter().number(1, rejected).text(2, why).toByteArray();
            return new Answer(200, type(), new ProtobufWriter().bytes(1, success).toByteArray());
        }

        @Override
        Answer success() {
            return new Answer(200, type(), new byte[0]);
        }

        @Override
        Answer status(int http, int code, String message) {
            return new Answer(http, type(), new ProtobufWriter().number(1, code).text(2, message).toByteArray());
        }
    },

    /** {@code application/json}. */
    JSON("application/json") {

        @Override
        byte[] read(Request request, JsonMessage message) {
            return JsonToProtobuf.convert(request.body(), message);
        }

        @Override
        Answer partial(Signal signal, long rejected, String why) {
            return Answer.json(200, "{\"partialSuccess\":{\"%s\":\"%d\",\"errorMessage\":\"%s\"}}"
                    .formatted(signal.rejected(), rejected, quoted(why)));
        }

        @Override
        Answer success() {
            return Answer.json(200, "{}");
        }

        @Override
        Answer status(int http, int code, String message) {
            return Answer.json(http, "{\"code\":%d,\"message\":\"%s\"}".formatted(code, quoted(message)));
        }
    };

    private final String type;

    Encoding(String type) {
        this.type = type;
    }

    /** The encoding of a request; null when it is none of these. */
    static Encoding of(Request request) {
        String type = request.mediaType();
        for (Encoding encoding : values()) {
            if (encoding.type.equals(type)) {
                return encoding;
            }
        }
        return null;
    }

    String type() {
        return type;
    }

    /** The body as protobuf. */
    abstract byte[] read(Request request, JsonMessage message);

    /** All was taken. */
    abstract Answer success();

    /** Some was not, and must not be sent again. */
    abstract Answer partial(Signal signal, long rejected, String why);

    /** A google.rpc.Status. */
    abstract Answer status(int http, int code, String message);

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsUTF8(text), StandardCharsets.UTF_8);
    }
}
