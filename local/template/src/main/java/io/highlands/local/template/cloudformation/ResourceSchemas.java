// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.TemplateException;

/**
 * What CloudFormation checks of a resource by its schema before it creates anything: that its type exists, and that its
 * properties are those of the type, at every depth. Types whose properties are not listed here are only looked up by name.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html">Resource
 *      types; both files are made from the resource schemas that cfn-lint 1.51.0 carries</a>
 */
final class ResourceSchemas {

    private static final Set<String> TYPES = types();

    /** The properties of each type as a tree: objects by name, 1 for a value and for objects with members of any name. */
    private static final JsonNode PROPERTIES = properties();

    /** Types of others: custom resources, and those that an account registers. */
    private static final Pattern OTHER_TYPE = Pattern
            .compile("Custom::[A-Za-z0-9_@-]{1,60}|(?!AWS::)[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}(::MODULE)?");

    /** Every type can have them, also where a schema is older than that. */
    private static final String TAGS = "Tags";

    private ResourceSchemas() {
    }

    static void check(Resource resource) {
        if (!TYPES.contains(resource.type()) && !OTHER_TYPE.matcher(resource.type()).matches()) {
            throw resource.source().error("Type", "'" + resource.type()
                    + "' is no resource type of CloudFormation; allowed: such as AWS::ECS::Service or Custom::Name");
        }
        JsonNode schema = PROPERTIES.path(resource.type());
        if (schema.isObject()) {
            check(resource, schema, resource.properties(), "");
        }
    }

    private static void check(Resource resource, JsonNode schema, JsonNode value, String path) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(resource, schema, value.get(i), path + "[" + i + "]");
            }
        } else if (value.isObject() && schema.isObject() && !isFunction(value)) {
            value.properties().forEach(member -> {
                String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                if (!schema.has(member.getKey()) && !here.equals(TAGS)) {
                    throw unknown(resource, schema, here, member.getKey());
                }
                check(resource, schema.path(member.getKey()), member.getValue(), here);
            });
        } else if (value.has("Fn::If")) {
            check(resource, schema, value.path("Fn::If").path(1), path);
            check(resource, schema, value.path("Fn::If").path(2), path);
        }
    }

    private static TemplateException unknown(Resource resource, JsonNode schema, String path, String name) {
        return resource.source().error(path, "'" + name + "' is no property of " + resource.type() + " there; allowed: "
                + String.join(", ", schema.propertyNames()));
    }

    private static boolean isFunction(JsonNode value) {
        return value.size() == 1 && (value.has("Ref") || value.propertyNames().iterator().next().startsWith("Fn::"));
    }

    private static Set<String> types() {
        return text("resource-types.txt").lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    }

    private static JsonNode properties() {
        return JsonTree.parse(text("resource-properties.json").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        try (InputStream file = ResourceSchemas.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
