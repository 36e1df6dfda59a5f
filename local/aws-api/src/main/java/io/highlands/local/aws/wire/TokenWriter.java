// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.dataformat.cbor.CBORGenerator;

import io.highlands.local.aws.model.Shape;

/** Writes a tree as JSON or CBOR. */
final class TokenWriter {

    /** RFC 8949, section 3.4.2: seconds since 1970. */
    private static final int EPOCH = 1;

    private final JsonGenerator generator;

    TokenWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void structure(Shape shape, Map<String, Object> tree) {
        generator.writeStartObject();
        members(shape, tree);
        generator.writeEndObject();
    }

    void members(Shape shape, Map<String, Object> tree) {
        shape.members().forEach((name, member) -> {
            Object value = tree.get(name);
            if (value != null) {
                generator.writeName(name);
                value(member, value);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void value(Shape shape, Object value) {
        switch (shape.type()) {
            case STRUCTURE -> structure(shape, (Map<String, Object>) value);
            case LIST -> list(shape, (List<Object>) value);
            case MAP -> map(shape, (Map<String, Object>) value);
            case STRING -> generator.writeString(wellFormed((String) value));
            case INTEGER, LONG -> generator.writeNumber(((Number) value).longValue());
            case DOUBLE -> decimal(((Number) value).doubleValue());
            case BOOLEAN -> generator.writeBoolean((Boolean) value);
            case TIMESTAMP -> time((Instant) value);
            case BLOB -> generator.writeBinary((byte[]) value);
        }
    }

    private void list(Shape shape, List<Object> elements) {
        generator.writeStartArray(null, elements.size());
        elements.forEach(element -> value(shape.element(), element));
        generator.writeEndArray();
    }

    private void map(Shape shape, Map<String, Object> entries) {
        generator.writeStartObject();
        entries.forEach((name, value) -> {
            generator.writeName(name);
            value(shape.element(), value);
        });
        generator.writeEndObject();
    }

    private void decimal(double value) {
        if (generator instanceof CBORGenerator || Double.isFinite(value)) {
            generator.writeNumber(value);
        } else {
            generator.writeString(Double.toString(value));
        }
    }

    private void time(Instant time) {
        double seconds = time.toEpochMilli() / 1000.0;
        if (generator instanceof CBORGenerator cbor) {
            cbor.writeTag(EPOCH);
            cbor.writeNumber(seconds);
        } else if (seconds == Math.rint(seconds)) {
            generator.writeNumber((long) seconds);
        } else {
            // Plain notation: not every client reads 1.7E9 as a time.
            generator.writeNumber(BigDecimal.valueOf(time.toEpochMilli(), 3));
        }
    }

    /**
     * {@return a text that can be written} The half of a surrogate pair, which no UTF-8 has, becomes a question mark: a caller
     * may send one, and an error may repeat it.
     *
     * @param text any text
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8949#section-3.1">RFC 8949, major type 3</a>
     */
    static String wellFormed(String text) {
        return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                : text;
    }
}
