// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * What changes in one resource: of task definitions each container and variable, of anything else the names of what changes.
 *
 * @param id its logical id
 * @param type its type
 * @param before what it was, missing when it is new
 * @param after what it becomes, missing when it goes
 */
record ResourceChanges(String id, String type, JsonNode before, JsonNode after) {

    private static final String TASK = "AWS::ECS::TaskDefinition";
    /** Characters of a value that are shown; a longer one is a configuration of its own. */
    private static final int MAX_SHOWN = 200;
    private static final String GRACE = "HealthCheckGracePeriodSeconds";

    /** The changes in lines. */
    List<String> lines() {
        if (before.isMissingNode() || after.isMissingNode()) {
            return List.of((before.isMissingNode() ? "+ " : "- ") + type + " " + id);
        }
        JsonNode old = before.path("Properties");
        JsonNode next = after.path("Properties");
        List<String> lines = new ArrayList<>();
        for (String property : changed(old, next)) {
            if (type.equals(TASK) && property.equals("ContainerDefinitions")) {
                containers(lines, TaskChanges.by("Name", old.path(property)),
                        TaskChanges.by("Name", next.path(property)));
            } else if (property.equals(GRACE)) {
                lines.add("~ health check grace period: " + old.path(property).asInt(0) + " s -> "
                        + next.path(property).asInt(0) + " s");
            } else if (type.equals(TASK) && property.equals("Volumes")) {
                named(lines, "volume ", TaskChanges.by("Name", old.path(property)),
                        TaskChanges.by("Name", next.path(property)));
            } else {
                lines.add("~ " + type + " " + id + " " + property);
            }
        }
        return lines;
    }

    private static TreeSet<String> changed(JsonNode old, JsonNode next) {
        TreeSet<String> names = TaskChanges.names(old, next);
        names.removeIf(name -> old.path(name).equals(next.path(name)));
        return names;
    }

    private static void named(List<String> lines, String what, Map<String, JsonNode> old, Map<String, JsonNode> next) {
        old.keySet().stream().filter(name -> !next.containsKey(name)).forEach(name -> lines.add("- " + what + name));
        next.keySet().stream().filter(name -> !old.containsKey(name)).forEach(name -> lines.add("+ " + what + name));
    }

    private static void containers(List<String> lines, Map<String, JsonNode> old, Map<String, JsonNode> next) {
        old.keySet().stream().filter(name -> !next.containsKey(name))
                .forEach(name -> lines.add("- container " + name));
        next.forEach((name, container) -> {
            if (!old.containsKey(name)) {
                lines.add("+ container " + name + " (" + about(container) + ")");
            } else {
                container(lines, name, old.get(name), container);
            }
        });
    }

    private static String about(JsonNode container) {
        List<String> about = new ArrayList<>(List.of(text(container.path("Image"))));
        container.path("PortMappings").forEach(port -> about
                .add(port.path("ContainerPort").asInt() + "/" + port.path("Protocol").asString()));
        container.path("Secrets").forEach(secret -> about.add("secret " + secret.path("Name").asString()));
        return String.join(", ", about);
    }

    private static void container(List<String> lines, String name, JsonNode old, JsonNode next) {
        for (String property : changed(old, next)) {
            switch (property) {
                case "Environment" -> values(lines, name + " ", variables(old), variables(next));
                case "DockerLabels" -> values(lines, name + " label ", texts(old.path(property)),
                        texts(next.path(property)));
                case "HealthCheck" -> values(lines, name + " health check ", texts(old.path(property)),
                        texts(next.path(property)));
                default -> lines.add("~ " + name + " " + property);
            }
        }
    }

    private static void values(List<String> lines, String what, Map<String, String> old, Map<String, String> next) {
        old.keySet().stream().filter(name -> !next.containsKey(name)).forEach(name -> lines.add("- " + what + name));
        next.forEach((name, value) -> {
            if (!old.containsKey(name)) {
                lines.add("+ " + what + name + "=" + value);
            } else if (!old.get(name).equals(value)) {
                lines.add("~ " + what + name
                        + (value.length() > MAX_SHOWN ? " changes" : ": " + old.get(name) + " -> " + value));
            }
        });
    }

    private static Map<String, String> variables(JsonNode container) {
        return TaskChanges.by("Name", container.path("Environment")).entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, entry -> text(entry.getValue().path("Value")), (a, b) -> a, java.util.TreeMap::new));
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> text(entry.getValue()), (a, b) -> a, java.util.TreeMap::new));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
