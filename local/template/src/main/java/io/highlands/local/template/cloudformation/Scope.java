// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** What {@code Ref} and {@code Fn::GetAtt} can name in a stack: its parameters, its resources, and AWS's own names. */
final class Scope {

    private final Evaluator evaluator;
    private final ParameterStore parameters;
    private final Map<String, String> known = new HashMap<>();

    Scope(Evaluator evaluator, ParameterStore parameters) {
        this.evaluator = evaluator;
        this.parameters = parameters;
    }

    JsonNode ref(Place place, String name) {
        if (name.startsWith("AWS::")) {
            return pseudoParameter(place, name);
        }
        Resource resource = place.stack().resources().get(name);
        if (resource != null) {
            return Json.string(ref(place, resource));
        }
        JsonNode parameter = place.stack().section("Parameters").get(name);
        if (parameter.isMissingNode()) {
            throw References.unknown(place, name);
        }
        return parameters.templateParameter(place, name, parameter);
    }

    JsonNode attribute(Place place, GetAtt getAtt) {
        Resource resource = place.stack().resources().get(getAtt.logicalId());
        if (resource == null) {
            throw References.unknown(place, getAtt.logicalId());
        }
        return Json.string(attribute(place, resource, getAtt.attribute()));
    }

    String ref(Place place, Resource resource) {
        return known(place, resource, "Ref", type(place, resource).ref());
    }

    String attribute(Place place, Resource resource, String attribute) {
        ResourceType type = type(place, resource);
        ResourceType.Rule rule = type.attributes().get(attribute);
        if (rule == null) {
            throw place.error("attribute '%s' of %s (%s) has no value here; allowed: %s".formatted(attribute,
                    resource.source().logicalId(), resource.type(), String.join(", ", type.attributes().keySet())));
        }
        return known(place, resource, attribute, rule);
    }

    private String known(Place place, Resource resource, String attribute, ResourceType.Rule rule) {
        String key = resource + "." + attribute;
        String value = known.get(key);
        if (value == null) {
            if (!evaluator.exists(resource)) {
                throw place.error("'" + resource.source().logicalId() + "' is not created, since its condition "
                        + resource.condition() + " does not hold");
            }
            value = evaluator.once(place, key, () -> rule.value(new Physical(evaluator, resource)));
            known.put(key, value);
        }
        return value;
    }

    private static ResourceType type(Place place, Resource resource) {
        ResourceType type = ResourceTypes.of(resource.type());
        if (type == null) {
            throw place.error("a reference to " + resource.source().logicalId() + " has no value here, since "
                    + resource.type() + " is not a type whose names are known");
        }
        return type;
    }

    private static JsonNode pseudoParameter(Place place, String name) {
        Stack stack = place.stack();
        return switch (name) {
            case "AWS::AccountId" -> Json.string(stack.account());
            case "AWS::Region" -> Json.string(stack.region());
            case "AWS::Partition" -> Json.string("aws");
            case "AWS::URLSuffix" -> Json.string("amazonaws.com");
            case "AWS::StackName" -> Json.string(stack.name());
            case "AWS::StackId" -> Json.string(stack.id());
            case "AWS::NotificationARNs" -> Json.strings(List.of());
            case "AWS::NoValue" -> Json.NOTHING;
            default -> throw place.error("'" + name + "' is not a pseudo parameter; allowed: AWS::AccountId, "
                    + "AWS::NoValue, AWS::NotificationARNs, AWS::Partition, AWS::Region, AWS::StackId, "
                    + "AWS::StackName, AWS::URLSuffix");
        };
    }
}
