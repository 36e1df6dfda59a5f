// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Turns JSON into msgpack of the same meaning, so that one reader serves both. */
public final class JsonToMsgpack {

    private static final int LARGEST_FIXINT = 0x7F;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private JsonToMsgpack() {
    }

    /**
     * Turns a document.
     *
     * @param json one value
     * @return msgpack
     * @throws MalformedException when it is not JSON, or larger than 4 MiB
     */
    public static byte[] convert(byte[] json) {
        return JsonSource.read(json, JsonToMsgpack::value);
    }

    private static byte[] value(JsonParser parser) {
        JsonToMsgpack writer = new JsonToMsgpack();
        switch (parser.currentToken()) {
            case START_OBJECT -> writer.map(parser);
            case START_ARRAY -> writer.array(parser);
            case VALUE_STRING -> writer.text(parser.getString());
            case VALUE_NUMBER_INT -> writer.integer(parser);
            case VALUE_NUMBER_FLOAT -> writer.wide(0xCB, Double.doubleToRawLongBits(parser.getDoubleValue()));
            case VALUE_TRUE -> writer.out.write(0xC3);
            case VALUE_FALSE -> writer.out.write(0xC2);
            default -> writer.out.write(0xC0);
        }
        return writer.out.toByteArray();
    }

    private void map(JsonParser parser) {
        ByteArrayOutputStream pairs = new ByteArrayOutputStream();
        int size = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToMsgpack key = new JsonToMsgpack();
            key.text(name);
            pairs.writeBytes(key.out.toByteArray());
            parser.nextToken();
            pairs.writeBytes(value(parser));
            size++;
        }
        head(0xDF, size);
        out.writeBytes(pairs.toByteArray());
    }

    private void array(JsonParser parser) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.writeBytes(value(parser));
            size++;
        }
        head(0xDD, size);
        out.writeBytes(values.toByteArray());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(0xDB, bytes.length);
        out.writeBytes(bytes);
    }

    private void integer(JsonParser parser) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            wide(0xCF, parser.getBigIntegerValue().longValue());
            return;
        }
        long value = parser.getLongValue();
        if (value >= 0 && value <= LARGEST_FIXINT) {
            out.write((int) value);
        } else {
            wide(0xD3, value);
        }
    }

    private void head(int code, int size) {
        out.writeBytes(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) code).putInt(size).array());
    }

    private void wide(int code, long bits) {
        out.writeBytes(ByteBuffer.allocate(1 + Long.BYTES).put((byte) code).putLong(bits).array());
    }
}
