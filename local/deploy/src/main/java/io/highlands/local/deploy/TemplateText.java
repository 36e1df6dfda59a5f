// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** Values of templates as text: what is only known in AWS stands as {@code ${Name}}. */
final class TemplateText {

    private TemplateText() {
    }

    /** {@return the text of a value; functions other than Fn::Join, Fn::Sub and Ref become {@code ${?}}} */
    static String of(JsonNode value) {
        if (!value.isObject()) {
            return value.asString("");
        }
        if (value.has("Ref")) {
            String name = value.path("Ref").asString();
            return name.equals("AWS::URLSuffix") ? "amazonaws.com" : "${" + name + "}";
        }
        if (value.has("Fn::Join")) {
            String separator = value.path("Fn::Join").path(0).asString("");
            return value.path("Fn::Join").path(1).valueStream().map(TemplateText::of)
                    .collect(Collectors.joining(separator));
        }
        JsonNode sub = value.path("Fn::Sub");
        return sub.isString() ? sub.asString() : "${?}";
    }

    /** Visits every member of every object below a value, with its name. */
    static void visit(JsonNode value, BiConsumer<String, JsonNode> visitor) {
        if (value.isObject()) {
            value.properties().forEach(member -> {
                visitor.accept(member.getKey(), member.getValue());
                visit(member.getValue(), visitor);
            });
        } else if (value.isArray()) {
            value.forEach(item -> visit(item, visitor));
        }
    }
}
