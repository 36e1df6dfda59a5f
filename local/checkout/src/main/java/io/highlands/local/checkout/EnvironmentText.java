// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.ParserMessage;
import io.highlands.local.yaml.YamlDepth;

/**
 * An environment's YAML as it is written. Changing a value replaces that value's characters and no others: comments, order,
 * indentation and line ends stay.
 */
final class EnvironmentText {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern TYPED = Pattern.compile("true|false|" + NUMBER);

    private final String name;
    private final String text;
    private final Optional<MappingNode> root;
    private final Map<?, ?> content;

    private EnvironmentText(String name, String text, Optional<MappingNode> root, Map<?, ?> content) {
        this.name = name;
        this.text = text;
        this.root = root;
        this.content = content;
    }

    /**
     * Reads it.
     *
     * @param name the file as messages name it
     * @param text its characters
     * @throws ControlException with the line at fault when it is no YAML mapping
     */
    static EnvironmentText of(String name, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            YamlDepth.check(settings, text);
            Object content = new Load(settings).loadFromString(text);
            Optional<Node> node = new Compose(settings).composeString(text);
            if (content == null) {
                return new EnvironmentText(name, text, Optional.empty(), Map.of());
            }
            if (content instanceof Map<?, ?> map && node.orElseThrow() instanceof MappingNode mapping) {
                return new EnvironmentText(name, text, Optional.of(mapping), map);
            }
            throw new ControlException(name + " is no mapping of settings");
        } catch (MarkedYamlEngineException e) {
            throw new ControlException(name + e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("")
                    + ": not YAML: " + ParserMessage.of(e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new ControlException(name + ": not YAML: " + ParserMessage.of(e.getMessage()), e);
        }
    }

    /** The characters. */
    String text() {
        return text;
    }

    /** A value as it is written, without quotes. */
    Optional<String> value(String section, String key) {
        return tuple(root, section).map(NodeTuple::getValueNode).filter(MappingNode.class::isInstance)
                .flatMap(node -> tuple(Optional.of((MappingNode) node), key)).map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance).map(node -> ((ScalarNode) node).getValue());
    }

    /**
     * The same with one value changed, or added together with its section.
     *
     * @param section the section's key
     * @param key the value's key in it
     * @param value the value: true, false, a number, or a word
     * @param predecessors keys of the section after which a missing one is put
     * @throws ControlException when the file says it in a way that cannot be changed in one place, by an alias for example
     */
    EnvironmentText with(String section, String key, String value, List<String> predecessors) {
        EnvironmentText changed = of(name, changed(section, key, value, predecessors));
        Map<Object, Object> expected = new java.util.HashMap<>(content);
        Map<Object, Object> inside = new java.util.HashMap<>(
                content.get(section) instanceof Map<?, ?> there ? there : Map.of());
        inside.put(key, changed.content.get(section) instanceof Map<?, ?> there ? there.get(key) : null);
        expected.put(section, inside);
        if (!expected.equals(changed.content) || !changed.value(section, key).filter(same(value)).isPresent()) {
            throw refuse(section + "." + key);
        }
        return changed;
    }

    private String changed(String section, String key, String value, List<String> predecessors) {
        Optional<NodeTuple> found = tuple(root, section);
        if (found.isEmpty()) {
            return root.map(all -> added(all, section, key + ": " + value))
                    .orElseGet(() -> appended(text.length(), section, "", key + ": " + value));
        }
        NodeTuple tuple = found.get();
        refuseAliases(tuple, section);
        if (tuple.getValueNode() instanceof MappingNode mapping) {
            return inSection(mapping, section, key, value, predecessors);
        }
        int start = start(tuple.getValueNode());
        int end = end(tuple.getValueNode());
        if (content.get(section) != null) {
            throw refuse(section);
        }
        return start == end
                ? splice(lineEnd(end), lineEnd(end), eol() + indent(tuple.getKeyNode()) + "  " + key + ": " + value)
                : splice(start, end, "{" + key + ": " + value + "}");
    }

    private String inSection(MappingNode mapping, String section, String key, String value, List<String> after) {
        Optional<NodeTuple> found = tuple(Optional.of(mapping), key);
        if (found.isPresent()) {
            refuseAliases(found.get(), section + "." + key);
            if (!(found.get().getValueNode() instanceof ScalarNode scalar)) {
                throw refuse(section + "." + key);
            }
            return replaced(scalar, value);
        }
        String line = key + ": " + value;
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            int inside = start(mapping) + 1;
            return splice(inside, inside, mapping.getValue().isEmpty() ? line : line + ", ");
        }
        Node first = mapping.getValue().getFirst().getKeyNode();
        Optional<Node> before = after.reversed().stream()
                .flatMap(earlier -> tuple(Optional.of(mapping), earlier).stream()).map(NodeTuple::getValueNode)
                .findFirst();
        if (before.isEmpty()) {
            return splice(start(first), start(first), line + eol() + indent(first));
        }
        int place = lineEnd(end(before.get()));
        return splice(place, place, eol() + indent(first) + line);
    }

    private String replaced(ScalarNode scalar, String value) {
        boolean kept = same(value).test(scalar.getValue()) && (scalar.isPlain() || !TYPED.matcher(value).matches());
        if (kept) {
            return text;
        }
        int start = start(scalar);
        int end = end(scalar);
        return splice(start, end, start == end ? " " + value : value);
    }

    private String added(MappingNode all, String section, String line) {
        if (all.getFlowStyle() == FlowStyle.FLOW) {
            int inside = start(all) + 1;
            return splice(inside, inside,
                    section + ": {" + line + "}" + (all.getValue().isEmpty() ? "" : ", "));
        }
        return appended(end(all), section, indent(all.getValue().getFirst().getKeyNode()), line);
    }

    /** A new section before a place at the end: a blank line before it where the file has blank lines. */
    private String appended(int place, String section, String indent, String line) {
        String before = text.substring(0, place).stripTrailing().isEmpty() ? "" : text.substring(0, place);
        String parting = before.isEmpty() || before.endsWith("\n") ? "" : eol();
        String blank = text.contains(eol() + eol()) && !before.endsWith(eol() + eol()) ? eol() : "";
        return before + parting + blank + indent + section + ":" + eol() + indent + "  " + line + eol()
                + text.substring(place);
    }

    /** Aliases and anchors are refused: a change of one place would change another. */
    private void refuseAliases(NodeTuple tuple, String path) {
        if (tuple.getValueNode().getAnchor().isPresent() || start(tuple.getValueNode()) < end(tuple.getKeyNode())) {
            throw refuse(path);
        }
    }

    private ControlException refuse(String path) {
        return new ControlException(name + ": " + path
                + " cannot be changed as it is written; write it plainly, as in 'enabled: false'");
    }

    private static Predicate<String> same(String value) {
        return found -> found.equals(value) || NUMBER.matcher(found).matches() && NUMBER.matcher(value).matches()
                && new BigDecimal(found).compareTo(new BigDecimal(value)) == 0;
    }

    private static Optional<NodeTuple> tuple(Optional<MappingNode> mapping, String key) {
        return mapping.stream().flatMap(node -> node.getValue().stream())
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
                .findFirst();
    }

    private String splice(int start, int end, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    private String eol() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private int lineEnd(int place) {
        int end = text.indexOf('\n', place);
        if (end < 0) {
            return text.length();
        }
        return end > place && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private static String indent(Node node) {
        return " ".repeat(node.getStartMark().orElseThrow().getColumn());
    }

    private int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    private int end(Node node) {
        return offset(node.getEndMark().orElseThrow());
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
