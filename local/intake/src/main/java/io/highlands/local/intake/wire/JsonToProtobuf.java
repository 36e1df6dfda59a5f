// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

import java.util.Base64;
import java.util.HexFormat;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns a message in protobuf's JSON mapping, with OTLP's exceptions, into protobuf, so that one reader serves both.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP, JSON Protobuf encoding</a>
 */
public final class JsonToProtobuf {

    private JsonToProtobuf() {
    }

    /**
     * Turns a document.
     *
     * @param json an object
     * @param message its fields
     * @return protobuf
     * @throws MalformedException when it is not such a message, or larger than 4 MiB
     */
    public static byte[] convert(byte[] json, JsonMessage message) {
        return JsonSource.read(json, parser -> object(parser, message));
    }

    private static byte[] object(JsonParser parser, JsonMessage message) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw JsonSource.unexpected(parser, "an object");
        }
        ProtobufWriter out = new ProtobufWriter();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonMessage.Field field = message.field(name);
            JsonToken token = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else if (token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser, field, out);
                }
            } else if (token != JsonToken.VALUE_NULL) {
                value(parser, field, out);
            }
        }
        return out.toByteArray();
    }

    private static void value(JsonParser parser, JsonMessage.Field field, ProtobufWriter out) {
        if (field.type() == null) {
            out.bytes(field.number(), object(parser, field.message()));
            return;
        }
        try {
            switch (field.type()) {
                case TEXT -> out.text(field.number(), text(parser));
                case HEX -> out.bytes(field.number(), HexFormat.of().parseHex(text(parser)));
                case BASE64 -> out.bytes(field.number(), Base64.getDecoder().decode(text(parser)));
                case NUMBER -> out.number(field.number(), number(parser));
                case FIXED_64 -> out.fixed64(field.number(), number(parser));
                case FIXED_32 -> out.fixed32(field.number(), (int) number(parser));
                case DOUBLE -> out.fixed64(field.number(), Double.doubleToRawLongBits(decimal(parser)));
            }
        } catch (IllegalArgumentException e) {
            throw JsonSource.unexpected(parser, field.type() + " of its form");
        }
    }

    private static String text(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw JsonSource.unexpected(parser, "a text");
        }
        return parser.getString();
    }

    private static long number(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> 1;
            case VALUE_FALSE -> 0;
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue().longValue();
            case VALUE_STRING -> {
                String text = parser.getString();
                yield text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
            }
            default -> throw JsonSource.unexpected(parser, "a number");
        };
    }

    private static double decimal(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> Double.parseDouble(parser.getString());
            default -> throw JsonSource.unexpected(parser, "a number");
        };
    }
}
