// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.Source;

/** What stacks export and others import, as CloudFormation keeps it per account and Region. */
final class Exports {

    private final Evaluator evaluator;
    private final CloudAssembly assembly;
    private Map<String, Place> places;

    Exports(Evaluator evaluator, CloudAssembly assembly) {
        this.evaluator = evaluator;
        this.assembly = assembly;
    }

    JsonNode value(Place place, String name) {
        if (places == null) {
            // The name of an export may import another one, whose name is collected here as well.
            places = evaluator.once(place, "the names of all exports", this::collect);
        }
        Place export = places.get(name);
        if (export == null) {
            throw place.error("no stack exports '" + name + "'");
        }
        if (assembly.stacks().indexOf(export.stack()) >= assembly.stacks().indexOf(place.stack())) {
            throw place.error("'" + name + "' is exported by " + export.stack()
                    + ", which is not deployed before this stack");
        }
        return evaluator.once(place, "export " + name, () -> evaluator.evaluate(export, output(export).path("Value")));
    }

    private Map<String, Place> collect() {
        Map<String, Place> found = new HashMap<>();
        for (Stack stack : assembly.stacks()) {
            stack.section("Outputs").forEachEntry((id, output) -> {
                Place place = new Place(stack, new Source(stack.name(), "Outputs." + id), "");
                if (output.path("Export").has("Name") && exists(place, output)) {
                    add(found, place.at("Export.Name"), output.path("Export").get("Name"), place.at("Value"));
                }
            });
        }
        return found;
    }

    private void add(Map<String, Place> found, Place place, JsonNode name, Place value) {
        String text = evaluator.text(place, name, "the name of an export");
        Place other = found.put(text, value);
        if (other != null) {
            throw place.error("'" + text + "' is exported by " + other.source() + " already");
        }
    }

    private boolean exists(Place place, JsonNode output) {
        return !output.has("Condition")
                || evaluator.conditions().holds(place.at("Condition"), output.get("Condition").asString(""));
    }

    private static JsonNode output(Place place) {
        String id = place.source().logicalId().substring("Outputs.".length());
        return place.stack().section("Outputs").get(id);
    }
}
