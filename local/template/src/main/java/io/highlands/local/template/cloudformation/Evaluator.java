// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates values of an assembly's templates, as far as they are asked for: a reference that only parts need that are
 * not run here is never followed.
 */
public final class Evaluator {

    private final Scope scope;
    private final Conditions conditions;
    private final Exports exports;
    private final DynamicReferences dynamicReferences;
    private final ParameterStore parameters;
    private final LocalValues locals;
    private final SuppliedSecrets suppliedSecrets;
    private final Set<String> inProgress = new LinkedHashSet<>();

    /**
     * Resolves intrinsic functions in the stacks of one assembly.
     *
     * @param assembly the assembly whose stacks refer to each other
     * @param locals values that the templates take from outside
     */
    public Evaluator(CloudAssembly assembly, LocalValues locals) {
        this.conditions = new Conditions(this);
        this.exports = new Exports(this, assembly);
        this.parameters = new ParameterStore(this, assembly, locals);
        this.locals = locals;
        this.scope = new Scope(this, parameters);
        this.suppliedSecrets = new SuppliedSecrets(this, assembly);
        this.dynamicReferences = new DynamicReferences(parameters, locals);
    }

    Scope scope() {
        return scope;
    }

    Conditions conditions() {
        return conditions;
    }

    Exports exports() {
        return exports;
    }

    /**
     * What {@code Ref} of a resource gives.
     *
     * @param resource the resource
     * @return its name, id or ARN, as its type has it
     */
    public String ref(Resource resource) {
        return scope.ref(new Place(resource.stack(), resource.source(), ""), resource);
    }

    /**
     * What {@code Fn::GetAtt} of a resource gives.
     *
     * @param resource the resource
     * @param attribute name of the attribute
     * @return its value
     */
    public String attribute(Resource resource, String attribute) {
        return scope.attribute(new Place(resource.stack(), resource.source(), ""), resource, attribute);
    }

    /**
     * Whether a resource exists: it has no condition, or one that holds.
     *
     * @param resource the resource
     * @return whether it is created
     */
    public boolean exists(Resource resource) {
        return resource.condition() == null || conditions
                .holds(new Place(resource.stack(), resource.source(), "Condition"), resource.condition());
    }

    /** The value, its members left as they are unless it is the result of a function. */
    JsonNode head(Place place, JsonNode node) {
        String function = Json.function(node);
        if (function == null) {
            return node.isString() ? dynamicReferences.resolve(place, node) : node;
        }
        if (function.equals("Fn::If")) {
            return head(place, conditions.branch(place, node.get(function)));
        }
        return value(place, node);
    }

    /** The whole value, dynamic references resolved. */
    JsonNode value(Place place, JsonNode node) {
        return dynamicReferences.resolve(place, evaluate(place, node));
    }

    /** The whole value with dynamic references left as they are, for use within other functions. */
    JsonNode evaluate(Place place, JsonNode node) {
        String function = Json.function(node);
        if (function != null) {
            return Functions.named(place, function).call(this, place, node.get(function));
        }
        if (node.isArray()) {
            return array(place, node);
        }
        return node.isObject() ? object(place, node) : node;
    }

    private JsonNode array(Place place, JsonNode node) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonNode element = evaluate(place.at(i), node.get(i));
            if (!element.isMissingNode()) {
                array.add(element);
            }
        }
        return array;
    }

    private JsonNode object(Place place, JsonNode node) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode value = evaluate(place.at(member.getKey()), member.getValue());
            if (!value.isMissingNode()) {
                object.set(member.getKey(), value);
            }
        }
        return object;
    }

    /** The value of a scalar as text. */
    String text(Place place, JsonNode node, String what) {
        JsonNode value = evaluate(place, node);
        if (!Json.isScalar(value)) {
            throw place.error(what + " must be a string, found " + Json.kind(value));
        }
        return value.asString();
    }

    /**
     * A value of what stands on this machine for a database, queue or the like. Nothing stands for any where an
     * environment is only read, and not run.
     *
     * @param resource what the template has of it
     * @param key which value
     */
    Optional<String> supplied(Resource resource, String key) {
        return DeclaredResource.of(resource)
                .flatMap(declared -> locals.resources().value(declared.name(), key));
    }

    /** The variables by which the SDKs of a service find what stands for its resources. */
    Map<String, String> endpoints(String service) {
        return locals.resources().endpoints(service);
    }

    /** The value of what a container's {@code ValueFrom} refers to. */
    String secret(Place place, String valueFrom) {
        Optional<String> supplied = suppliedSecrets.value(valueFrom);
        if (supplied.isPresent()) {
            return supplied.get();
        }
        return Secrets.valueFrom(place, locals, parameters, valueFrom);
    }

    /** Runs a step that may come back to itself, and refuses it when it does. */
    <T> T once(Place place, String key, Supplier<T> step) {
        if (!inProgress.add(key)) {
            List<String> circle = new ArrayList<>(inProgress);
            circle = circle.subList(circle.indexOf(key), circle.size());
            throw place.error("refers to itself: " + String.join(" -> ", circle) + " -> " + key);
        }
        try {
            return step.get();
        } finally {
            inProgress.remove(key);
        }
    }
}
