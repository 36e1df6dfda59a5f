// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.List;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** Functions that look something up: in the stack, in other stacks, in the Region. */
final class LookupFunctions {

    private LookupFunctions() {
    }

    static JsonNode ref(Evaluator evaluator, Place place, JsonNode argument) {
        if (!argument.isString()) {
            throw place.error("Ref takes a name, found " + Json.kind(argument));
        }
        return evaluator.scope().ref(place, argument.stringValue());
    }

    static JsonNode getAtt(Evaluator evaluator, Place place, JsonNode argument) {
        return evaluator.scope().attribute(place, GetAtt.parse(place, argument));
    }

    static JsonNode findInMap(Evaluator evaluator, Place place, JsonNode argument) {
        if (!argument.isArray() || argument.size() != 3) {
            throw place.error("Fn::FindInMap takes [map, key, key], found " + argument);
        }
        JsonNode at = place.stack().section("Mappings").body();
        StringBuilder found = new StringBuilder("Mappings");
        for (JsonNode part : argument) {
            String key = evaluator.text(place, part, "a key of Fn::FindInMap");
            if (!at.has(key)) {
                throw place.error("Fn::FindInMap: " + found + " has no '" + key + "'; allowed: "
                        + String.join(", ", new TreeSet<>(at.propertyNames())));
            }
            at = at.get(key);
            found.append('.').append(key);
        }
        return at;
    }

    static JsonNode importValue(Evaluator evaluator, Place place, JsonNode argument) {
        return evaluator.exports().value(place, evaluator.text(place, argument, "the name of Fn::ImportValue"));
    }

    static JsonNode getAzs(Evaluator evaluator, Place place, JsonNode argument) {
        String asked = evaluator.text(place, argument, "the Region of Fn::GetAZs");
        String region = asked.isEmpty() ? place.stack().region() : asked;
        return Json.strings(List.of(region + "a", region + "b", region + "c"));
    }
}
