// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.ParameterSpec;
import io.highlands.local.template.Source;
import io.highlands.local.template.StackOutput;
import io.highlands.local.template.StackResource;
import io.highlands.local.template.StackSpec;
import io.highlands.local.template.Stacks;
import io.highlands.local.template.TemplateException;

/**
 * Reads what CloudFormation and Parameter Store say of an assembly that is deployed. What cannot be resolved belongs to
 * parts that are not run here, and is no reason to refuse the others.
 */
final class StackReader {

    private static final String PARAMETER = "AWS::SSM::Parameter";

    private final Evaluator evaluator;

    StackReader(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Stacks read(CloudAssembly assembly, LocalValues locals) {
        return new Stacks(assembly.stacks().stream().map(this::stack).toList(), parameters(assembly, locals));
    }

    private StackSpec stack(Stack stack) {
        List<StackResource> resources = stack.resources().values().stream().filter(evaluator::exists)
                .map(resource -> new StackResource(resource.source(), resource.type(), physicalId(resource))).toList();
        return new StackSpec(stack.name(), stack.id(), stack.description(), resources, outputs(stack));
    }

    /** A type whose names are not known has one of CloudFormation's own form. */
    private String physicalId(Resource resource) {
        return known(() -> evaluator.ref(resource))
                .orElseGet(() -> new Physical(evaluator, resource).name("PhysicalResourceId"));
    }

    private List<StackOutput> outputs(Stack stack) {
        List<StackOutput> outputs = new ArrayList<>();
        stack.section("Outputs").forEachEntry((key, output) -> {
            Place place = new Place(stack, new Source(stack.name(), "Outputs." + key), "");
            if (!output.has("Condition")
                    || evaluator.conditions().holds(place.at("Condition"), output.get("Condition").asString(""))) {
                text(place.at("Value"), output.path("Value")).ifPresent(value -> outputs.add(new StackOutput(key,
                        value, output.path("Description").asString(""),
                        text(place.at("Export.Name"), output.path("Export").path("Name")).orElse(""))));
            }
        });
        return outputs;
    }

    private Optional<String> text(Place place, JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : known(() -> evaluator.text(place, node, "an output"));
    }

    private List<ParameterSpec> parameters(CloudAssembly assembly, LocalValues locals) {
        Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
        for (Stack stack : assembly.stacks()) {
            for (Resource resource : stack.resources().values()) {
                if (resource.type().equals(PARAMETER) && evaluator.exists(resource)) {
                    known(() -> parameter(resource)).ifPresent(found -> parameters.put(found.name(), found));
                }
            }
        }
        locals.parameters().forEach((name, value) -> parameters.put(name, new ParameterSpec(name, "String", value)));
        return List.copyOf(parameters.values());
    }

    private ParameterSpec parameter(Resource resource) {
        return new ParameterSpec(evaluator.ref(resource), evaluator.attribute(resource, "Type"),
                evaluator.attribute(resource, "Value"));
    }

    private static <T> Optional<T> known(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (TemplateException notKnownHere) {
            return Optional.empty();
        }
    }
}
