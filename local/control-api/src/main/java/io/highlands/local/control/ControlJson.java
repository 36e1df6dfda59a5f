// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Writes and reads the records of {@link io.highlands.local.control.message} as JSON. A property that a record does not
 * have, one that is missing and one of another type are refused: the command and the platform are then of different
 * versions.
 */
public final class ControlJson {

    private static final List<CoercionInputShape> NO_TEXT = List.of(CoercionInputShape.Integer,
            CoercionInputShape.Float, CoercionInputShape.Boolean);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(LogicalType.Textual, text -> NO_TEXT.forEach(
                    shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(Include.NON_ABSENT))
            .build();

    private ControlJson() {
    }

    /**
     * Writes a record on one line.
     *
     * @param message a record, or a list of records
     * @return its JSON in UTF-8
     */
    public static byte[] bytes(Object message) {
        return JSON.writeValueAsBytes(message);
    }

    /**
     * Writes a record for a reader: what a command prints with {@code --json}.
     *
     * @param message a record, or a list of records
     * @return its JSON, indented
     */
    public static String pretty(Object message) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(message);
    }

    /**
     * Reads a record.
     *
     * @param json its JSON
     * @param type the record's class
     * @return the record
     * @throws ControlException in one line, when the JSON is not that of such a record
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(json, JSON.constructType(type));
    }

    /**
     * Reads a list of records.
     *
     * @param json its JSON
     * @param type the records' class
     * @return the records
     * @throws ControlException in one line, when the JSON is not that of such records
     */
    public static <T> List<T> readList(byte[] json, Class<T> type) {
        return read(json, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    private static <T> T read(byte[] json, JavaType type) {
        try {
            T message = JSON.readValue(json, type);
            if (message == null) {
                throw new ControlException("null where an object is required");
            }
            return message;
        } catch (JacksonException other) {
            throw new ControlException(difference(other), other);
        }
    }

    private static String difference(JacksonException e) {
        String path = e.getPath().stream().map(ControlJson::step).collect(Collectors.joining()).replaceFirst("^\\.",
                "");
        if (path.isEmpty()) {
            return "not JSON of the expected form";
        }
        return e instanceof UnrecognizedPropertyException
                ? "property '" + path + "' is not known"
                : "property '" + path + "' is missing, or of another type";
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName();
    }
}
