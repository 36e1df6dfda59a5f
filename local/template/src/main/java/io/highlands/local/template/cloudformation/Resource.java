// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import io.highlands.local.template.Source;

/** A resource of a stack, as its template declares it. */
public final class Resource {

    private static final String RETAIN = "Retain";

    /** What CloudFormation allows as {@code UpdateReplacePolicy}. */
    private static final List<String> REPLACE_POLICIES = List.of("Delete", RETAIN, "Snapshot");

    private final Stack stack;
    private final Source source;
    private final String type;
    private final String condition;
    private final JsonNode properties;
    private final Set<String> dependencies;
    private final boolean retainedWhenReplaced;
    private final JsonNode metadata;

    private Resource(Stack stack, Source source, String type, String condition, JsonNode properties,
            Set<String> dependencies, boolean retainedWhenReplaced, JsonNode metadata) {
        this.stack = stack;
        this.source = source;
        this.type = type;
        this.condition = condition;
        this.properties = properties;
        this.dependencies = dependencies;
        this.retainedWhenReplaced = retainedWhenReplaced;
        this.metadata = metadata;
    }

    static Resource parse(Stack stack, Source source, JsonNode body) {
        JsonNode type = body.path("Type");
        if (!type.isString()) {
            throw source.error("Type", "must be a string such as AWS::ECS::Service, found " + Json.kind(type));
        }
        JsonNode properties = body.path("Properties");
        if (properties.isMissingNode()) {
            properties = JsonNodeFactory.instance.objectNode();
        } else if (!properties.isObject()) {
            throw source.error("Properties", "must be an object, found " + Json.kind(properties));
        }
        Set<String> dependencies = new LinkedHashSet<>();
        JsonNode dependsOn = body.path("DependsOn");
        if (dependsOn.isString()) {
            dependencies.add(dependsOn.stringValue());
        } else {
            dependsOn.forEach(name -> dependencies.add(name.asString("")));
        }
        return new Resource(stack, source, type.stringValue(), body.path("Condition").stringValue(null), properties,
                dependencies, replacePolicy(source, body.path("UpdateReplacePolicy")).equals(RETAIN),
                body.path("Metadata"));
    }

    private static String replacePolicy(Source source, JsonNode policy) {
        if (policy.isMissingNode()) {
            return "Delete";
        }
        if (!REPLACE_POLICIES.contains(policy.asString(""))) {
            throw source.error("UpdateReplacePolicy", policy + " is no policy; allowed: "
                    + String.join(", ", REPLACE_POLICIES));
        }
        return policy.stringValue();
    }

    /**
     * Where it is declared.
     *
     * @return stack and logical id
     */
    public Source source() {
        return source;
    }

    /**
     * What CloudFormation creates for it.
     *
     * @return for example {@code AWS::ECS::Service}
     */
    public String type() {
        return type;
    }

    Stack stack() {
        return stack;
    }

    /** Name of the condition under which it exists, or null. */
    String condition() {
        return condition;
    }

    JsonNode properties() {
        return properties;
    }

    /** Logical ids that its {@code DependsOn} names. */
    Set<String> dependsOn() {
        return dependencies;
    }

    /** Whether CloudFormation keeps the old resource when an update replaces it: {@code UpdateReplacePolicy: Retain}. */
    boolean retainedWhenReplaced() {
        return retainedWhenReplaced;
    }

    /** Its {@code Metadata}, of which AWS makes nothing; missing where it has none. */
    JsonNode metadata() {
        return metadata;
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
