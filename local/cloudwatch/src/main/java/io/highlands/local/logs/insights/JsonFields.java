// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields of a line that is a JSON object: nested ones by their path, as {@code a.b} and {@code a.0}. At most 1,000 fields
 * of a line are discovered, in the order of the line (CWL_AnalyzeLogData-discoverable-fields).
 */
final class JsonFields {

    private static final int MOST = 1_000;
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonFields() {
    }

    static Map<String, Object> of(String line) {
        int start = 0;
        while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        if (start == line.length() || line.charAt(start) != '{') {
            return Map.of();
        }
        Map<String, Object> fields = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            object(parser, "", fields);
        } catch (JacksonException e) {
            return Map.of();
        }
        return fields;
    }

    private static void object(JsonParser parser, String prefix, Map<String, Object> fields) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + parser.currentName();
            value(parser, parser.nextToken(), name, fields);
        }
    }

    private static void array(JsonParser parser, String prefix, Map<String, Object> fields) {
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(parser, token, prefix + index, fields);
            index++;
        }
    }

    private static void value(JsonParser parser, JsonToken token, String name, Map<String, Object> fields) {
        if (fields.size() >= MOST) {
            parser.skipChildren();
            return;
        }
        switch (token) {
            case START_OBJECT -> object(parser, name + ".", fields);
            case START_ARRAY -> array(parser, name + ".", fields);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> fields.put(name, parser.getString());
            case VALUE_TRUE -> fields.put(name, true);
            case VALUE_FALSE -> fields.put(name, false);
            case VALUE_STRING -> fields.put(name, parser.getString());
            default -> {
            }
        }
    }
}
