// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.TemplateException;

/**
 * Finds what a value refers to without evaluating it: the names in {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Sub}.
 * As CloudFormation does, every name must exist, in parts that are not run here too.
 */
final class References {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Stack stack;

    References(Stack stack) {
        this.stack = stack;
    }

    /**
     * The logical ids that a resource needs before it, by the property that names them first; its {@code DependsOn}
     * included.
     */
    Map<String, String> of(Resource resource) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : resource.dependsOn()) {
            if (!stack.resources().containsKey(name)) {
                throw resource.source().error("DependsOn", "'" + name + "' is not a resource of this stack");
            }
            found.put(name, "DependsOn");
        }
        collect(new Place(stack, resource.source(), ""), resource.properties(), found);
        return found;
    }

    private void collect(Place place, JsonNode node, Map<String, String> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place.at(i), node.get(i), found);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                member(place, member.getKey(), member.getValue(), node.size(), found);
            }
        }
    }

    private void member(Place place, String key, JsonNode value, int members, Map<String, String> found) {
        boolean call = members == 1;
        if (call && key.equals("Ref") && value.isString()) {
            add(place, value.stringValue(), found);
        } else if (call && key.equals("Fn::GetAtt")) {
            add(place, GetAtt.parse(place, value).logicalId(), found);
        } else if (call && key.equals("Fn::Sub")) {
            sub(place, value, found);
        } else {
            collect(key.startsWith("Fn::") ? place : place.at(key), value, found);
        }
    }

    private void sub(Place place, JsonNode argument, Map<String, String> found) {
        JsonNode variables = argument.isArray() ? argument.path(1) : Json.NOTHING;
        collect(place, variables, found);
        Matcher matcher = VARIABLE.matcher(argument.isArray() ? argument.path(0).asString("") : argument.asString(""));
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!variables.has(name)) {
                add(place, name.contains(".") ? name.substring(0, name.indexOf('.')) : name, found);
            }
        }
    }

    private void add(Place place, String name, Map<String, String> found) {
        if (stack.resources().containsKey(name)) {
            found.putIfAbsent(name, place.path());
        } else if (!name.startsWith("AWS::") && stack.section("Parameters").get(name).isMissingNode()) {
            throw unknown(place, name);
        }
    }

    static TemplateException unknown(Place place, String name) {
        Set<String> close = new TreeSet<>();
        for (String candidate : place.stack().resources().keySet()) {
            if (candidate.regionMatches(true, 0, name, 0, Math.min(4, name.length()))) {
                close.add(candidate);
            }
        }
        return place.error("'" + name + "' is neither a resource nor a parameter of this stack"
                + (close.isEmpty() || close.size() > 5 ? "" : "; close: " + String.join(", ", close)));
    }
}
