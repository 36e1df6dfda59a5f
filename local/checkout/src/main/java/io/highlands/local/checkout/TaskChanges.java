// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;
import io.highlands.local.error.ParserMessage;

/**
 * What a deployment of new stacks changes, in lines that begin with +, - or ~. Services that change alike share their lines,
 * in which SERVICE stands for each one's name.
 */
final class TaskChanges {

    private static final String SUFFIX = ".template.json";
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private static final Comparator<String> SERVICES_FIRST = Comparator
            .comparing((String stack) -> !stack.contains("-service-")).thenComparing(Comparator.naturalOrder());

    private final Path before;
    private final Path after;

    TaskChanges(Path before, Path after) {
        this.before = before;
        this.after = after;
    }

    /** The lines, a heading for each group of stacks; none when nothing changes. */
    List<String> lines() {
        Map<List<String>, List<String>> stacksByChanges = new LinkedHashMap<>();
        TreeSet<String> stacks = new TreeSet<>(SERVICES_FIRST);
        stacks.addAll(stacks(before));
        stacks.addAll(stacks(after));
        for (String stack : stacks) {
            List<String> changes = changes(stack);
            if (!changes.isEmpty()) {
                stacksByChanges.computeIfAbsent(changes, group -> new ArrayList<>()).add(stack);
            }
        }
        List<String> lines = new ArrayList<>();
        stacksByChanges.forEach((changes, group) -> {
            lines.add(String.join(", ", group));
            changes.forEach(change -> lines.add("  " + change));
        });
        return lines;
    }

    private List<String> changes(String stack) {
        JsonNode old = resources(before, stack);
        JsonNode next = resources(after, stack);
        List<String> changes = new ArrayList<>();
        for (String id : names(old, next)) {
            String type = (next.has(id) ? next : old).path(id).path("Type").asString();
            changes.addAll(new ResourceChanges(id, type, old.path(id), next.path(id)).lines());
        }
        String service = stack.replaceFirst("^highlands-[a-z]+-", "");
        return changes.stream().map(line -> line.replace(service, "SERVICE")).toList();
    }

    /** The names of both, in order. */
    static TreeSet<String> names(JsonNode one, JsonNode other) {
        TreeSet<String> names = new TreeSet<>(one.propertyNames());
        names.addAll(other.propertyNames());
        return names;
    }

    /** The items of a list by one of their members. */
    static Map<String, JsonNode> by(String member, JsonNode list) {
        return list.valueStream().collect(Collectors.toMap(item -> item.path(member).asString(""), item -> item,
                (first, second) -> first, TreeMap::new));
    }

    private static JsonNode resources(Path folder, String stack) {
        Path file = folder.resolve(stack + SUFFIX);
        try {
            return Files.exists(file) ? JsonMapper.shared().readTree(file.toFile()).path("Resources") : NOTHING;
        } catch (JacksonException e) {
            throw new ControlException(file + " cannot be read: " + ParserMessage.of(e.getOriginalMessage()), e);
        }
    }

    private static List<String> stacks(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())).toList();
        } catch (IOException e) {
            throw new ControlException("the stacks in " + folder + " cannot be read: " + FileErrors.reason(e), e);
        }
    }
}
