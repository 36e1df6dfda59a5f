// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One property of a template, a container or a value.
 *
 * @param template the template's file
 * @param logicalId the resource
 * @param type its type
 * @param path path within the properties, as coverage writes it
 * @param parent where in the template the object or list is that holds it
 * @param name its name or index there
 * @param value its value
 */
record Property(Path template, String logicalId, String type, String path, JsonPointer parent, String name,
        JsonNode value) {

    /** The properties of a resource as one container, which has no path. */
    static Property of(Path template, String logicalId, JsonNode resource) {
        return new Property(template, logicalId, resource.path("Type").stringValue(""), "", JsonPointer.empty()
                .appendProperty("Resources").appendProperty(logicalId), "Properties", resource.path("Properties"));
    }

    /** All that is within it, at every depth. */
    List<Property> all() {
        return parts().stream().flatMap(part -> Stream.concat(Stream.of(part), part.all().stream())).toList();
    }

    private List<Property> parts() {
        List<Property> parts = new ArrayList<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                parts.add(new Property(template, logicalId, type, path + "[" + i + "]", at(), Integer.toString(i),
                        value.get(i)));
            }
        } else if (value.isObject() && !isFunction()) {
            value.properties().forEach(member -> parts.add(new Property(template, logicalId, type,
                    path.isEmpty() ? member.getKey() : path + "." + member.getKey(), at(), member.getKey(),
                    member.getValue())));
        }
        return parts;
    }

    private JsonPointer at() {
        return path.endsWith("]") ? parent.appendIndex(Integer.parseInt(name)) : parent.appendProperty(name);
    }

    /**
     * What its objects could have beside what they have.
     *
     * @param schema the names that the type has there, as a tree
     */
    List<Property> missing(JsonNode schema) {
        List<Property> all = new ArrayList<>();
        if (value.isObject() && !isFunction()) {
            schema.propertyNames().stream().filter(member -> !value.has(member)).forEach(member -> all.add(
                    new Property(template, logicalId, type, path.isEmpty() ? member : path + "." + member, at(), member,
                            MissingNode.getInstance())));
        }
        parts().forEach(part -> all.addAll(part.missing(value.isArray() ? schema : schema.path(part.name))));
        return all;
    }

    /** Whether it is a function of CloudFormation, which gives a value. */
    boolean isFunction() {
        return value.isObject() && value.size() == 1 && (value.has("Ref")
                || value.propertyNames().iterator().next().startsWith("Fn::"));
    }

    /** Whether another property is within this one. */
    boolean holds(Property other) {
        return template.equals(other.template) && logicalId.equals(other.logicalId)
                && other.path.length() > path.length() && other.path.startsWith(path)
                && ".[".indexOf(other.path.charAt(path.length())) >= 0;
    }

    /** The path without indices, under the type. */
    String kind() {
        return type + " " + path.replaceAll("\\[\\d+]", "[]");
    }
}
