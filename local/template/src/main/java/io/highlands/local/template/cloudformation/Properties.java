// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Source;

/**
 * A cursor over a resource's properties, or over an object within them. Values are evaluated when they are asked for, and
 * all that is asked for is noted in {@link Reads}, so that what nobody asks for is known too.
 */
public final class Properties extends Values {

    private final Resource resource;

    private Properties(Evaluator evaluator, Resource resource, Reads reads, Place place, JsonNode node) {
        super(evaluator, reads, place, node);
        this.resource = resource;
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

    /** {@return whether CloudFormation keeps the old resource when an update replaces it} */
    public boolean retainedWhenReplaced() {
        return resource.retainedWhenReplaced();
    }

    /**
     * A text of the resource's {@code Metadata} attribute, as it is written.
     *
     * @param key its key there
     * @return the text; empty where there is none, or no text
     */
    public Optional<String> metadata(String key) {
        return Optional.ofNullable(resource.metadata().path(key).stringValue(null));
    }

    /**
     * Whether the resource's {@code Metadata} attribute has a key, whatever its value is.
     *
     * @param key the key
     * @return whether it is there
     */
    public boolean hasMetadata(String key) {
        return resource.metadata().has(key);
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
     * The variables by which the SDKs of a service find what stands on this machine for its resources.
     *
     * @param service name of the service
     * @return their values by name, such as {@code AWS_ENDPOINT_URL_SQS}; empty where its resources need none
     */
    public Map<String, String> endpoints(String service) {
        return evaluator.endpoints(service);
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
}
