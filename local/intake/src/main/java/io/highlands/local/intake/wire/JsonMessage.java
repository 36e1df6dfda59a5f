// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

import java.util.HashMap;
import java.util.Map;

/** The fields of a protobuf message that are read, by their names in JSON. Others are gone over, as protobuf's JSON asks. */
public final class JsonMessage {

    /** How a value stands in JSON, and what it becomes. */
    public enum Type {
        /** A text. */
        TEXT,
        /** Bytes in hexadecimal, as OTLP has its ids. */
        HEX,
        /** Bytes in base64. */
        BASE64,
        /** A number or a text of one, or a boolean, of variable length. */
        NUMBER,
        /** A number or a text of one, of 64 bits. */
        FIXED_64,
        /** A number of 32 bits. */
        FIXED_32,
        /** A number with a fraction. */
        DOUBLE
    }

    /**
     * A field.
     *
     * @param number its number
     * @param type how it is written; null for a message
     * @param message of a message, its fields
     */
    record Field(int number, Type type, JsonMessage message) {}

    private final Map<String, Field> fields = new HashMap<>();

    /**
     * Adds a field; in JSON it may be an array of such values.
     *
     * @param name its name in JSON
     * @param number its number
     * @param type how it is written
     * @return this
     */
    public JsonMessage with(String name, int number, Type type) {
        fields.put(name, new Field(number, type, null));
        return this;
    }

    /**
     * Adds a field that is a message; in JSON it may be an array of them.
     *
     * @param name its name in JSON
     * @param number its number
     * @param message its fields; may be this very message
     * @return this
     */
    public JsonMessage with(String name, int number, JsonMessage message) {
        fields.put(name, new Field(number, null, message));
        return this;
    }

    Field field(String name) {
        return fields.get(name);
    }
}
