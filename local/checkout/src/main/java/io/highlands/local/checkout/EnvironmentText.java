// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import io.highlands.local.control.ControlException;

/**
 * An environment's YAML as it is written. Changing a value replaces that value's characters and no others: comments, order,
 * indentation and line ends stay.
 */
final class EnvironmentText {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern TYPED = Pattern.compile("true|false|" + NUMBER);

    private final YamlText yaml;

    private EnvironmentText(YamlText yaml) {
        this.yaml = yaml;
    }

    static EnvironmentText of(YamlText yaml) {
        return new EnvironmentText(yaml);
    }

    /** The characters. */
    String text() {
        return yaml.text();
    }

    /** A value as it is written, without quotes. */
    Optional<String> value(String section, String key) {
        return YamlText.tuple(yaml.root(), section).map(NodeTuple::getValueNode).filter(MappingNode.class::isInstance)
                .flatMap(node -> YamlText.tuple(Optional.of((MappingNode) node), key)).map(NodeTuple::getValueNode)
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
        EnvironmentText changed = of(YamlText.of(yaml.name(), changed(section, key, value, predecessors)));
        Map<Object, Object> expected = new HashMap<>(yaml.content());
        Map<Object, Object> inside = new HashMap<>(
                yaml.content().get(section) instanceof Map<?, ?> there ? there : Map.of());
        inside.put(key, changed.yaml.content().get(section) instanceof Map<?, ?> there ? there.get(key) : null);
        expected.put(section, inside);
        if (!expected.equals(changed.yaml.content()) || !changed.value(section, key).filter(same(value)).isPresent()) {
            throw refuse(section + "." + key);
        }
        return changed;
    }

    private String changed(String section, String key, String value, List<String> predecessors) {
        Optional<NodeTuple> found = YamlText.tuple(yaml.root(), section);
        if (found.isEmpty()) {
            return yaml.root().map(all -> added(all, section, key + ": " + value))
                    .orElseGet(() -> appended(yaml.text().length(), section, "", key + ": " + value));
        }
        NodeTuple tuple = found.get();
        refuseAliases(tuple, section);
        if (tuple.getValueNode() instanceof MappingNode mapping) {
            return inSection(mapping, section, key, value, predecessors);
        }
        int start = yaml.start(tuple.getValueNode());
        int end = yaml.end(tuple.getValueNode());
        if (yaml.content().get(section) != null) {
            throw refuse(section);
        }
        return start == end
                ? yaml.splice(yaml.lineEnd(end), yaml.lineEnd(end),
                        yaml.eol() + YamlText.indent(tuple.getKeyNode()) + "  " + key + ": " + value)
                : yaml.splice(start, end, "{" + key + ": " + value + "}");
    }

    private String inSection(MappingNode mapping, String section, String key, String value, List<String> after) {
        Optional<NodeTuple> found = YamlText.tuple(Optional.of(mapping), key);
        if (found.isPresent()) {
            refuseAliases(found.get(), section + "." + key);
            if (!(found.get().getValueNode() instanceof ScalarNode scalar)) {
                throw refuse(section + "." + key);
            }
            return replaced(scalar, value);
        }
        String line = key + ": " + value;
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            int inside = yaml.start(mapping) + 1;
            return yaml.splice(inside, inside, mapping.getValue().isEmpty() ? line : line + ", ");
        }
        Node first = mapping.getValue().getFirst().getKeyNode();
        Optional<Node> before = after.reversed().stream()
                .flatMap(earlier -> YamlText.tuple(Optional.of(mapping), earlier).stream()).map(NodeTuple::getValueNode)
                .findFirst();
        if (before.isEmpty()) {
            return yaml.splice(yaml.start(first), yaml.start(first), line + yaml.eol() + YamlText.indent(first));
        }
        int place = yaml.lineEnd(yaml.end(before.get()));
        return yaml.splice(place, place, yaml.eol() + YamlText.indent(first) + line);
    }

    private String replaced(ScalarNode scalar, String value) {
        boolean kept = same(value).test(scalar.getValue()) && (scalar.isPlain() || !TYPED.matcher(value).matches());
        if (kept) {
            return yaml.text();
        }
        int start = yaml.start(scalar);
        int end = yaml.end(scalar);
        return yaml.splice(start, end, start == end ? " " + value : value);
    }

    private String added(MappingNode all, String section, String line) {
        if (all.getFlowStyle() == FlowStyle.FLOW) {
            int inside = yaml.start(all) + 1;
            return yaml.splice(inside, inside,
                    section + ": {" + line + "}" + (all.getValue().isEmpty() ? "" : ", "));
        }
        return appended(yaml.end(all), section, YamlText.indent(all.getValue().getFirst().getKeyNode()), line);
    }

    /** A new section before a place at the end: a blank line before it where the file has blank lines. */
    private String appended(int place, String section, String indent, String line) {
        String before = yaml.text().substring(0, place).stripTrailing().isEmpty()
                ? ""
                : yaml.text().substring(0, place);
        String parting = before.isEmpty() || before.endsWith("\n") ? "" : yaml.eol();
        String blank = yaml.text().contains(yaml.eol() + yaml.eol()) && !before.endsWith(yaml.eol() + yaml.eol())
                ? yaml.eol()
                : "";
        return before + parting + blank + indent + section + ":" + yaml.eol() + indent + "  " + line + yaml.eol()
                + yaml.text().substring(place);
    }

    /** Aliases and anchors are refused: a change of one place would change another. */
    private void refuseAliases(NodeTuple tuple, String path) {
        if (tuple.getValueNode().getAnchor().isPresent()
                || yaml.start(tuple.getValueNode()) < yaml.end(tuple.getKeyNode())) {
            throw refuse(path);
        }
    }

    private ControlException refuse(String path) {
        return new ControlException(yaml.name() + ": " + path
                + " cannot be changed as it is written; write it plainly, as in 'enabled: false'");
    }

    private static Predicate<String> same(String value) {
        return found -> found.equals(value) || NUMBER.matcher(found).matches() && NUMBER.matcher(value).matches()
                && new BigDecimal(found).compareTo(new BigDecimal(value)) == 0;
    }
}
