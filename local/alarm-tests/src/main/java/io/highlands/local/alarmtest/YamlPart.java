// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import io.highlands.local.checkout.YamlText;

/** A part of a test file that knows its place, so that whatever is wrong with it is said with file, line and key. */
final class YamlPart {

    private final String file;
    private final String key;
    private final Node node;

    private YamlPart(String file, String key, Node node) {
        this.file = file;
        this.key = key;
        this.node = node;
    }

    static YamlPart read(Path file) {
        return YamlText.read(file).root().map(root -> new YamlPart(file.toString(), "", root))
                .orElseThrow(() -> new AlarmTestException(file + ": the file is empty; allowed: a mapping with tests"));
    }

    /** Counted from 1. */
    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** File and line. */
    String place() {
        return file + ":" + line();
    }

    AlarmTestException error(String message) {
        return new AlarmTestException(place() + ": " + (key.isEmpty() ? "" : key + ": ") + message);
    }

    /** Refuses a key that is not listed. */
    YamlPart only(String... keys) {
        List<String> allowed = List.of(keys);
        entries().forEach((name, part) -> {
            if (!allowed.contains(name)) {
                throw new AlarmTestException(file + ":" + part.line() + ": the key '" + name
                        + "' is not known here; allowed: " + String.join(", ", allowed));
            }
        });
        return this;
    }

    /** The entries in the file's order. */
    Map<String, YamlPart> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("found " + kind() + "; allowed: a mapping");
        }
        Map<String, YamlPart> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw new YamlPart(file, key, tuple.getKeyNode())
                        .error("a key is " + kind(tuple.getKeyNode()) + "; allowed: text");
            }
            entries.put(name.getValue(), new YamlPart(file, name.getValue(), tuple.getValueNode()));
        }
        return entries;
    }

    Optional<YamlPart> find(String name) {
        return Optional.ofNullable(entries().get(name));
    }

    YamlPart require(String name) {
        return find(name).orElseThrow(() -> error("'" + name + "' is missing"));
    }

    /** The entries of a list; each is called as the list is. */
    List<YamlPart> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("found " + kind() + "; allowed: a list");
        }
        return sequence.getValue().stream().map(entry -> new YamlPart(file, key, entry)).toList();
    }

    /** A value as it is written, without quotes. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error("found " + kind() + "; allowed: one value"
                    + (node instanceof MappingNode ? ", in quotes where it begins with '{'" : ""));
        }
        return scalar.getValue();
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("'" + text() + "' is not known; allowed: true, false");
        };
    }

    private String kind() {
        return kind(node);
    }

    private static String kind(Node node) {
        return switch (node) {
            case MappingNode mapping -> "a mapping";
            case SequenceNode sequence -> "a list";
            case ScalarNode scalar -> scalar.getValue().isEmpty() ? "nothing" : "'" + scalar.getValue() + "'";
            default -> "something else";
        };
    }
}
