// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.batch.NumberText;
import io.highlands.local.intake.wire.MalformedException;
import io.highlands.local.intake.wire.ProtobufReader;
import io.highlands.local.intake.wire.Texts;

/**
 * Reads attributes, whose values become text: an array's values joined by commas, a map's pairs too, bytes in base64.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/blob/v1.11.0/opentelemetry/proto/common/v1/common.proto">
 *      common.proto</a>
 */
final class Attributes {

    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int VALUES = 1;
    private static final int DEEPEST = 16;
    private static final int MAX_PARTS = 128;

    private final Texts texts;

    Attributes(Texts texts) {
        this.texts = texts;
    }

    /** Reads one KeyValue. */
    void read(ProtobufReader in, BiConsumer<String, String> taker) {
        pair(in, 0, taker);
    }

    private void pair(ProtobufReader in, int depth, BiConsumer<String, String> taker) {
        String key = "";
        String value = "";
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case KEY -> key = in.text(texts, Limits.KEY_BYTES);
                case VALUE -> value = value(in.message(), depth);
                default -> in.skip();
            }
        }
        taker.accept(key, value);
    }

    private String value(ProtobufReader in, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedException("an attribute is nested deeper than " + DEEPEST);
        }
        String value = "";
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> value = in.text(texts, Limits.VALUE_BYTES);
                case 2 -> value = in.number() == 0 ? "false" : "true";
                case 3 -> value = Long.toString(in.number());
                case 4 -> value = NumberText.of(Double.longBitsToDouble(in.fixed64()));
                case 5 -> value = array(in.message(), depth + 1);
                case 6 -> value = pairs(in.message(), depth + 1);
                case 7 -> value = base64(in.bytes());
                default -> in.skip();
            }
        }
        return value;
    }

    private String array(ProtobufReader in, int depth) {
        List<String> parts = new ArrayList<>();
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == VALUES && parts.size() < MAX_PARTS) {
                parts.add(value(in.message(), depth));
            } else {
                in.skip();
            }
        }
        return joined(parts);
    }

    private String pairs(ProtobufReader in, int depth) {
        List<String> parts = new ArrayList<>();
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field == VALUES && parts.size() < MAX_PARTS) {
                pair(in.message(), depth, (key, value) -> parts.add(key + "=" + value));
            } else {
                in.skip();
            }
        }
        return joined(parts);
    }

    /** Most arrays have one value: a header that came once. */
    private static String joined(List<String> parts) {
        return parts.size() == 1 ? parts.getFirst() : cut(String.join(",", parts));
    }

    private static String base64(byte[] bytes) {
        return cut(Base64.getEncoder().encodeToString(bytes));
    }

    private static String cut(String text) {
        return text.length() <= Limits.VALUE_BYTES ? text : text.substring(0, Limits.VALUE_BYTES);
    }
}
