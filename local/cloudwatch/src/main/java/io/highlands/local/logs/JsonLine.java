// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line that is a JSON object.
 *
 * @param json the object
 */
record JsonLine(JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    static Optional<JsonLine> of(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JsonLine(JSON.readTree(line)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * The value that a selector means.
     *
     * @param pointer the selector as a JSON pointer
     * @return the value, perhaps missing
     */
    JsonNode at(String pointer) {
        return json.at(pointer);
    }
}
