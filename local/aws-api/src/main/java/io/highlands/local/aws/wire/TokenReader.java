// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;

import io.highlands.local.aws.model.Shape;
import io.highlands.local.error.ParserMessage;

/** Reads the tokens of a JSON or CBOR body into a tree. Members that the model does not know are passed over. */
final class TokenReader {

    /** What a parser takes; bodies are bounded before. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder().maxNestingDepth(64)
            .maxNameLength(2048).maxNumberLength(400).maxStringLength(8 << 20).build();

    private final Budget budget = new Budget();
    private final JsonParser parser;
    private final boolean json;

    private TokenReader(JsonParser parser, boolean json) {
        this.parser = parser;
        this.json = json;
    }

    /**
     * Reads a whole body.
     *
     * @param parser at its beginning
     * @param json whether numbers and bytes may be written as texts, as JSON must
     * @param input the shape of the parameters
     * @return the parameters
     */
    static Map<String, Object> read(JsonParser parser, boolean json, Shape input) {
        try (parser) {
            parser.nextToken();
            TokenReader reader = new TokenReader(parser, json);
            Map<String, Object> tree = reader.structure(input);
            if (parser.nextToken() != null) {
                throw AwsError.unreadable("the body goes on after its end");
            }
            return tree;
        } catch (JacksonException e) {
            throw AwsError.unreadable(ParserMessage.of(e.getOriginalMessage()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw AwsError.unreadable("the body is not well formed");
        }
    }

    private Object value(Shape shape) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw AwsError.unreadable("the body ends within " + shape.name());
        }
        return switch (shape.type()) {
            case STRUCTURE -> structure(shape);
            case LIST -> list(shape);
            case MAP -> map(shape);
            default -> {
                budget.value();
                yield scalar(shape, token);
            }
        };
    }

    private Map<String, Object> structure(Shape shape) {
        expect(JsonToken.START_OBJECT, "a structure", shape);
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Shape member = shape.members().get(name);
            JsonToken token = parser.nextToken();
            if (member == null) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                members.put(name, value(member));
            }
        }
        expect(JsonToken.END_OBJECT, "the end of a structure", shape);
        return members;
    }

    private List<Object> list(Shape shape) {
        expect(JsonToken.START_ARRAY, "a list", shape);
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(shape.element()));
        }
        return elements;
    }

    private Map<String, Object> map(Shape shape) {
        expect(JsonToken.START_OBJECT, "a map", shape);
        Map<String, Object> entries = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            entries.put(name, value(shape.element()));
        }
        expect(JsonToken.END_OBJECT, "the end of a map", shape);
        return entries;
    }

    private Object scalar(Shape shape, JsonToken token) {
        return switch (shape.type()) {
            case STRING -> token == JsonToken.VALUE_STRING ? parser.getString() : refuse("a string", shape);
            case INTEGER -> Scalars.integer(whole(shape, token), shape);
            case LONG -> whole(shape, token);
            case DOUBLE -> decimal(shape, token);
            case BOOLEAN -> token.isBoolean() ? (Object) parser.getBooleanValue() : refuse("true or false", shape);
            case TIMESTAMP -> token.isNumeric()
                    ? Scalars.seconds(parser.getDoubleValue(), shape)
                    : (Instant) refuse("seconds since 1970", shape);
            default -> bytes(shape, token);
        };
    }

    private Long whole(Shape shape, JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = parser.getDoubleValue();
            if (value == Math.rint(value) && Math.abs(value) <= 1L << 53) {
                return (long) value;
            }
        }
        return (Long) refuse("a whole number", shape);
    }

    private Double decimal(Shape shape, JsonToken token) {
        if (token.isNumeric()) {
            return parser.getDoubleValue();
        }
        if (json && token == JsonToken.VALUE_STRING) {
            return Scalars.special(parser.getString(), shape);
        }
        return (Double) refuse("a number", shape);
    }

    private byte[] bytes(Shape shape, JsonToken token) {
        if (token == (json ? JsonToken.VALUE_STRING : JsonToken.VALUE_EMBEDDED_OBJECT)) {
            return parser.getBinaryValue();
        }
        return (byte[]) refuse("bytes", shape);
    }

    private void expect(JsonToken token, String words, Shape shape) {
        if (parser.currentToken() != token) {
            refuse(words, shape);
        }
        if (token.isStructStart()) {
            budget.container();
        }
    }

    private Object refuse(String expected, Shape shape) {
        throw AwsError.unreadable("%s was expected for %s, found %s".formatted(expected, shape.name(), found()));
    }

    private String found() {
        JsonToken token = parser.currentToken();
        return token == null ? "the end of the body" : switch (token) {
            case START_OBJECT -> "a structure";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT -> "bytes";
            default -> "no value";
        };
    }
}
