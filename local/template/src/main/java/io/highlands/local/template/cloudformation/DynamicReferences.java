// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dynamic references, {@code {{resolve:service:reference}}}, within strings. */
final class DynamicReferences {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([a-z-]+):([^}]*)}}");

    private final ParameterStore parameters;
    private final LocalValues locals;

    DynamicReferences(ParameterStore parameters, LocalValues locals) {
        this.parameters = parameters;
        this.locals = locals;
    }

    /** The value with all dynamic references in its strings replaced. */
    JsonNode resolve(Place place, JsonNode node) {
        if (node.isString()) {
            String text = node.stringValue();
            return text.contains("{{resolve:") ? Json.string(resolve(place, text)) : node;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
            for (int i = 0; i < node.size(); i++) {
                array.add(resolve(place.at(i), node.get(i)));
            }
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                object.set(member.getKey(), resolve(place.at(member.getKey()), member.getValue()));
            }
            return object;
        }
        return node;
    }

    private String resolve(Place place, String text) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result,
                    Matcher.quoteReplacement(value(place, matcher.group(1), matcher.group(2))));
        }
        return matcher.appendTail(result).toString();
    }

    private String value(Place place, String service, String reference) {
        return switch (service) {
            case "ssm", "ssm-secure" -> parameters.parameter(place, withoutVersion(reference));
            case "secretsmanager" -> Secrets.dynamic(place, locals, reference);
            default -> throw place.error("{{resolve:" + service
                    + ":…}} is not known; allowed: ssm, ssm-secure, secretsmanager");
        };
    }

    private static String withoutVersion(String reference) {
        int colon = reference.lastIndexOf(':');
        return colon > 0 && reference.substring(colon + 1).matches("\\d+") ? reference.substring(0, colon) : reference;
    }
}
