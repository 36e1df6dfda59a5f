// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.TemplateException;

/** The part of a cursor that reads values: strings, numbers, booleans and lists of strings. */
abstract sealed class Values permits Properties {

    final Evaluator evaluator;
    final Reads reads;
    final Place place;
    final JsonNode node;

    Values(Evaluator evaluator, Reads reads, Place place, JsonNode node) {
        this.evaluator = evaluator;
        this.reads = reads;
        this.place = place;
        this.node = node;
    }

    /**
     * An error in a property of this object.
     *
     * @param name name of the property; empty for the object itself
     * @param message what was found and what is allowed
     * @return the exception to throw
     */
    public TemplateException error(String name, String message) {
        return name.isEmpty() ? place.error(message) : place.at(name).error(message);
    }

    /**
     * Whether a property is there.
     *
     * @param name its name
     * @return whether it has a value
     */
    public boolean has(String name) {
        return !head(name).isMissingNode();
    }

    /**
     * A string that must be there.
     *
     * @param name name of the property
     * @return its value
     */
    public String text(String name) {
        String value = text(name, null);
        if (value == null) {
            throw error(name, "is missing");
        }
        return value;
    }

    /**
     * A string.
     *
     * @param name name of the property
     * @param standard value when it is not there
     * @return its value
     */
    public String text(String name, String standard) {
        JsonNode value = read(name);
        if (value.isMissingNode()) {
            return standard;
        }
        if (!Json.isScalar(value)) {
            throw error(name, "must be a string, found " + Json.kind(value));
        }
        return value.asString();
    }

    /**
     * A string that tells what an object is, which counts as read only when the object is.
     *
     * @param name name of the property, which must be there
     * @return its value
     */
    public String peek(String name) {
        JsonNode value = head(name);
        if (!Json.isScalar(value)) {
            throw error(name, "must be a string, found " + Json.kind(value));
        }
        return value.asString();
    }

    /**
     * A string out of a set.
     *
     * @param name name of the property
     * @param standard value when it is not there; null when it must be
     * @param allowed the allowed values
     * @return its value
     */
    public String oneOf(String name, String standard, List<String> allowed) {
        String value = standard == null ? text(name) : text(name, standard);
        if (!allowed.contains(value)) {
            throw error(name, "'" + value + "' is not allowed; allowed: " + String.join(", ", allowed));
        }
        return value;
    }

    /**
     * A whole number that must be there.
     *
     * @param name name of the property
     * @param least smallest allowed value
     * @param most largest allowed value
     * @return its value
     */
    public int integer(String name, int least, int most) {
        Integer value = integer(name, null, least, most);
        if (value == null) {
            throw error(name, "is missing");
        }
        return value;
    }

    /**
     * A whole number, which a template may also write as a string.
     *
     * @param name name of the property
     * @param standard value when it is not there, which may be null
     * @param least smallest allowed value
     * @param most largest allowed value
     * @return its value
     */
    public Integer integer(String name, Integer standard, int least, int most) {
        String text = text(name, null);
        if (text == null) {
            return standard;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as a number out of range is
        }
        throw error(name, "'" + text + "' is not allowed; allowed: a whole number from " + least + " to " + most);
    }

    /**
     * A boolean, which a template may also write as a string.
     *
     * @param name name of the property
     * @param standard value when it is not there
     * @return its value
     */
    public boolean flag(String name, boolean standard) {
        return Boolean.parseBoolean(oneOf(name, Boolean.toString(standard), List.of("true", "false")));
    }

    /**
     * A list of strings.
     *
     * @param name name of the property
     * @return its elements; empty when it is not there
     */
    public List<String> texts(String name) {
        JsonNode value = read(name);
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(name, value)) {
            if (!Json.isScalar(element)) {
                throw error(name + "[" + texts.size() + "]", "must be a string, found " + Json.kind(element));
            }
            texts.add(element.asString());
        }
        return texts;
    }

    /**
     * A part of the template as JSON.
     *
     * @param name name of the property
     * @return its value, resolved; a missing node when it is not there
     */
    public JsonNode tree(String name) {
        return read(name);
    }

    final JsonNode list(String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isArray()) {
            throw error(name, "must be a list, found " + Json.kind(value));
        }
        return value;
    }

    final JsonNode head(String name) {
        return evaluator.head(place.at(name), node.path(name));
    }

    private JsonNode read(String name) {
        if (!node.has(name)) {
            return Json.NOTHING;
        }
        reads.read(place.at(name).path());
        return evaluator.value(place.at(name), node.get(name));
    }
}
