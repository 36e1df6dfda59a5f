// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Source;
import io.highlands.local.template.TemplateException;

/**
 * A cursor over a resource's properties, or over an object within them. Values are evaluated when they are asked for, and
 * all that is asked for is noted in {@link Reads}, so that what nobody asks for is known too.
 */
public final class Properties {

    private final Evaluator evaluator;
    private final Resource resource;
    private final Reads reads;
    private final Place place;
    private final JsonNode node;

    private Properties(Evaluator evaluator, Resource resource, Reads reads, Place place, JsonNode node) {
        this.evaluator = evaluator;
        this.resource = resource;
        this.reads = reads;
        this.place = place;
        this.node = node;
    }

    static Properties of(Evaluator evaluator, Resource resource, Reads reads) {
        Place place = new Place(resource.stack(), resource.source(), "");
        return new Properties(evaluator, resource, reads, place, resource.properties());
    }

    /**
     * Where the resource is declared.
     *
     * @return stack and logical id
     */
    public Source source() {
        return resource.source();
    }

    /**
     * What {@code Ref} of the resource gives.
     *
     * @return name, id or ARN
     */
    public String ref() {
        return evaluator.ref(resource);
    }

    /**
     * What {@code Fn::GetAtt} of the resource gives.
     *
     * @param attribute name of the attribute
     * @return its value
     */
    public String attribute(String attribute) {
        return evaluator.attribute(resource, attribute);
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
     * Notes that a property is there and acts differently here.
     *
     * @param name name of the property
     * @param note what is different
     * @return this cursor
     */
    public Properties differs(String name, String note) {
        if (node.has(name)) {
            reads.differs(place.at(name).path(), note);
        }
        return this;
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
     * An object of strings.
     *
     * @param name name of the property
     * @return its members; empty when it is not there
     */
    public Map<String, String> textMap(String name) {
        Properties child = child(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (child != null) {
            for (String key : child.node.propertyNames()) {
                String value = child.text(key, null);
                if (value != null) {
                    texts.put(key, value);
                }
            }
        }
        return texts;
    }

    /**
     * A list of objects, each of which has a key and a value: tags, variables, attributes.
     *
     * @param name name of the property
     * @param key name of the member that holds the key
     * @param value reads the value from an element
     * @param <T> type of the values
     * @return the values by key; empty when it is not there
     */
    public <T> Map<String, T> keyed(String name, String key, Function<Properties, T> value) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (Properties element : children(name)) {
            String id = element.text(key);
            if (entries.putIfAbsent(id, value.apply(element)) != null) {
                throw element.error(key, "'" + id + "' is there twice");
            }
        }
        return entries;
    }

    /**
     * An object.
     *
     * @param name name of the property
     * @return a cursor over it; null when it is not there
     */
    public Properties child(String name) {
        JsonNode value = head(name);
        if (value.isMissingNode()) {
            return null;
        }
        return object(place.at(name), value);
    }

    /**
     * A list of objects.
     *
     * @param name name of the property
     * @return cursors over its elements; empty when it is not there
     */
    public List<Properties> children(String name) {
        JsonNode list = list(name, head(name));
        List<Properties> children = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Place element = place.at(name).at(i);
            JsonNode value = evaluator.head(element, list.get(i));
            if (!value.isMissingNode()) {
                children.add(object(element, value));
            }
        }
        if (list.isEmpty()) {
            reads.read(place.at(name).path());
        }
        return children;
    }

    /**
     * The value of a secret that a property refers to by ARN, or by the name of a parameter.
     *
     * @param name name of the property
     * @return the local value
     */
    public String secret(String name) {
        return evaluator.secret(place.at(name), text(name));
    }

    private Properties object(Place at, JsonNode value) {
        if (!value.isObject()) {
            throw at.error("must be an object, found " + Json.kind(value));
        }
        if (value.isEmpty()) {
            reads.read(at.path());
        }
        return new Properties(evaluator, resource, reads, at, value);
    }

    private JsonNode list(String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isArray()) {
            throw error(name, "must be a list, found " + Json.kind(value));
        }
        return value;
    }

    private JsonNode head(String name) {
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
