// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Templates as leaves by path, to say in what two of them differ. */
final class TemplateLeaves {

    private TemplateLeaves() {
    }

    /** Paths of leaves that both have, with other values. */
    static List<String> changed(Map<String, String> one, Map<String, String> other) {
        return one.keySet().stream().filter(key -> other.containsKey(key) && !one.get(key).equals(other.get(key)))
                .sorted().toList();
    }

    /** The highest paths that only the other one has. */
    static Set<String> added(Map<String, String> one, Map<String, String> other) {
        Set<String> added = new TreeSet<>();
        for (String path : other.keySet()) {
            if (!one.containsKey(path)) {
                String top = path;
                while (top.contains("/") && !hasUnder(one, top.substring(0, top.lastIndexOf('/')))) {
                    top = top.substring(0, top.lastIndexOf('/'));
                }
                added.add(top);
            }
        }
        return added;
    }

    private static boolean hasUnder(Map<String, String> values, String path) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(path + "/"));
    }

    /** Leaves by path; list items by their name where they have one, logical ids without their hash. */
    static Map<String, String> flat(JsonNode template) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", template, flat);
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (path.endsWith("Policy/Properties/PolicyDocument/Statement")) {
            node.forEach(statement -> permissions(path.replaceAll("/Properties.*", ""), statement, flat));
        } else if (node.isObject()) {
            node.properties().forEach(member -> flatten(join(path, member.getKey().replaceAll("[0-9A-F]{8}$", "")),
                    member.getValue(), flat));
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode item : node) {
                flatten(join(path, item.path("Name").isString() ? item.get("Name").asString() : "" + index++), item,
                        flat);
            }
        } else {
            flat.put(path, node.asString());
        }
    }

    /** Statements have no name; what they allow on which resource is what counts. */
    private static void permissions(String path, JsonNode statement, Map<String, String> flat) {
        items(statement.get("Action")).forEach(action -> items(statement.get("Resource")).forEach(resource -> flat
                .put(join(path, action.asString() + " on " + name(resource)), statement.get("Effect").asString())));
    }

    private static Stream<JsonNode> items(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }

    private static String name(JsonNode resource) {
        JsonNode attribute = resource.at("/Fn::GetAtt/0");
        if (resource.has("Fn::ImportValue")) {
            return resource.get("Fn::ImportValue").asString().replaceAll("^.*:|[0-9A-F]{8}", "");
        }
        JsonNode joined = resource.at("/Fn::Join/1");
        return attribute.isString()
                ? attribute.asString().replaceAll("[0-9A-F]{8}$", "")
                : (joined.isArray() ? joined.get(joined.size() - 1) : resource).asString().replace('/', '.');
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
