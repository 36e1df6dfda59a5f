// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.Map;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** CloudFormation's intrinsic functions by name. */
final class Functions {

    private static final Map<String, Function> ALL = Map.ofEntries(Map.entry("Ref", LookupFunctions::ref),
            Map.entry("Fn::GetAtt", LookupFunctions::getAtt), Map.entry("Fn::FindInMap", LookupFunctions::findInMap),
            Map.entry("Fn::ImportValue", LookupFunctions::importValue),
            Map.entry("Fn::GetAZs", LookupFunctions::getAzs), Map.entry("Fn::Join", StringFunctions::join),
            Map.entry("Fn::Split", StringFunctions::split), Map.entry("Fn::Select", StringFunctions::select),
            Map.entry("Fn::Sub", StringFunctions::sub), Map.entry("Fn::Base64", StringFunctions::base64),
            Map.entry("Fn::Cidr", Cidr::call), Map.entry("Fn::If", Functions::branch),
            Map.entry("Fn::And", Functions::condition), Map.entry("Fn::Or", Functions::condition),
            Map.entry("Fn::Not", Functions::condition), Map.entry("Fn::Equals", Functions::condition),
            Map.entry("Fn::Transform", Functions::transform));

    private Functions() {
    }

    /** An intrinsic function. */
    @FunctionalInterface
    interface Function {

        JsonNode call(Evaluator evaluator, Place place, JsonNode argument);
    }

    static Function named(Place place, String name) {
        Function function = ALL.get(name);
        if (function == null) {
            throw place.error("'" + name + "' is not a function that is known here; allowed: "
                    + String.join(", ", new TreeSet<>(ALL.keySet())));
        }
        return function;
    }

    private static JsonNode branch(Evaluator evaluator, Place place, JsonNode argument) {
        return evaluator.evaluate(place, evaluator.conditions().branch(place, argument));
    }

    private static JsonNode condition(Evaluator evaluator, Place place, JsonNode argument) {
        throw place.error("a condition function stands in Conditions or in Fn::If alone");
    }

    private static JsonNode transform(Evaluator evaluator, Place place, JsonNode argument) {
        throw place.error("only AWS can expand Fn::Transform " + argument.path("Name").asString("")
                + "; write it out instead");
    }
}
