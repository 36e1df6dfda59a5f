// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Parameters: those of templates, and those of Systems Manager, which the assembly's own stacks may create and the local
 * values may give.
 */
final class ParameterStore {

    private static final String SSM = "AWS::SSM::Parameter::Value<";

    private final Evaluator evaluator;
    private final CloudAssembly assembly;
    private final LocalValues locals;

    ParameterStore(Evaluator evaluator, CloudAssembly assembly, LocalValues locals) {
        this.evaluator = evaluator;
        this.assembly = assembly;
        this.locals = locals;
    }

    /** The value of a template's parameter, which is its default. */
    JsonNode templateParameter(Place place, String name, JsonNode parameter) {
        JsonNode standard = parameter.path("Default");
        if (!Json.isScalar(standard)) {
            throw place.error("parameter '" + name + "' has no default, and nothing is asked for here; give it one");
        }
        String type = parameter.path("Type").asString("String");
        String value = type.startsWith(SSM) ? parameter(place, standard.asString()) : standard.asString();
        return type.equals("CommaDelimitedList") || type.contains("List<")
                ? Json.strings(elements(value))
                : Json.string(value);
    }

    /** The value of a Systems Manager parameter. */
    String parameter(Place place, String name) {
        String local = locals.parameter(name);
        if (local != null) {
            return local;
        }
        for (Stack stack : assembly.stacks()) {
            for (Resource resource : stack.resources().values()) {
                if (resource.type().equals("AWS::SSM::Parameter") && declares(resource, name)) {
                    return evaluator.attribute(resource, "Value");
                }
            }
        }
        throw place.error("no value for parameter '" + name + "'; " + locals.advice("parameters", name));
    }

    private boolean declares(Resource resource, String name) {
        return evaluator.exists(resource) && evaluator.ref(resource).equals(name);
    }

    private static List<String> elements(String value) {
        return value.isEmpty() ? List.of() : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }
}
