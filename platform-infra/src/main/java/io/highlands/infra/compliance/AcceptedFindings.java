// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import io.highlands.infra.topology.InvalidInput;

/**
 * The one list of findings that are accepted, {@code compliance/accepted.yaml}, read strictly.
 *
 * @param entries
 *            in the order of the file
 */
record AcceptedFindings(List<Accepted> entries) {

    private static final List<String> REQUIRED = List.of("rule", "stack", "resource", "reason");
    private static final Set<String> KNOWN = new LinkedHashSet<>(
            List.of("rule", "stack", "resource", "detail", "environments", "reason"));

    /**
     * {@return the list in that file}
     *
     * @throws InvalidInput
     *             where the file is not such a list
     */
    static AcceptedFindings read(Path file, List<String> environments) {
        var settings = LoadSettings.builder().setLabel(file.toString()).build();
        String name = file.getFileName().toString();
        try (var in = Files.newBufferedReader(file)) {
            Node root = new Compose(settings).composeReader(in).orElse(null);
            if (!(root instanceof SequenceNode list)) {
                throw new InvalidInput(name, "no list", "a list of entries");
            }
            return new AcceptedFindings(
                    list.getValue().stream().map(node -> entry(node, name, environments)).toList());
        } catch (MarkedYamlEngineException e) {
            throw new InvalidInput(name + e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse(""),
                    e.getProblem(), "YAML");
        } catch (YamlEngineException | IOException e) {
            throw new InvalidInput(name, "what cannot be read", "a readable YAML file");
        }
    }

    /**
     * Compares the list with what was found.
     *
     * @param lintRan
     *            whether cfn-lint ran; where it did not, its entries are not judged
     * @return one line for each finding that no entry covers and for each entry that covers none
     */
    List<String> faults(List<Finding> findings, boolean lintRan) {
        List<String> faults = new ArrayList<>();
        findings.stream().filter(finding -> entries.stream().noneMatch(entry -> entry.covers(finding)))
                .map(Finding::line).distinct().forEach(faults::add);
        for (Accepted entry : entries) {
            if (!entry.isLint() || lintRan) {
                faults.addAll(unused(entry, findings));
            }
        }
        return faults;
    }

    private static List<String> unused(Accepted entry, List<Finding> findings) {
        Set<String> found = new LinkedHashSet<>();
        findings.stream().filter(entry::covers).map(Finding::environment).forEach(found::add);
        if (entry.environments().isEmpty()) {
            return found.isEmpty() ? List.of(entry.unusedLine("")) : List.of();
        }
        return entry.environments().stream().filter(name -> !found.contains(name)).map(entry::unusedLine).toList();
    }

    private static Accepted entry(Node node, String name, List<String> environments) {
        String place = place(name, node);
        if (!(node instanceof MappingNode mapping)) {
            throw new InvalidInput(place, "no mapping", "an entry with " + String.join(", ", KNOWN));
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (var tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!KNOWN.contains(key)) {
                throw new InvalidInput(place(name, tuple.getKeyNode()), "an unknown key " + key,
                        String.join(", ", KNOWN));
            }
            values.put(key, tuple.getValueNode());
        }
        REQUIRED.stream().filter(key -> !values.containsKey(key)).findFirst().ifPresent(key -> {
            throw new InvalidInput(place, "no " + key, "an entry with " + String.join(", ", REQUIRED));
        });
        return new Accepted(place, text(values, "rule", name), text(values, "stack", name),
                text(values, "resource", name), values.containsKey("detail") ? text(values, "detail", name) : "*",
                names(values.get("environments"), name, environments), text(values, "reason", name));
    }

    private static List<String> names(Node node, String name, List<String> environments) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw new InvalidInput(place(name, node) + ": environments", "no list", String.join(", ", environments));
        }
        return list.getValue().stream().map(item -> {
            String found = item instanceof ScalarNode scalar ? scalar.getValue() : "no word";
            if (!environments.contains(found)) {
                throw new InvalidInput(place(name, item) + ": environments", found, String.join(", ", environments));
            }
            return found;
        }).toList();
    }

    private static String text(Map<String, Node> values, String key, String name) {
        Node node = values.get(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw new InvalidInput(place(name, node) + ": " + key, "nothing", "a text");
    }

    private static String place(String name, Node node) {
        return name + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    }
}
