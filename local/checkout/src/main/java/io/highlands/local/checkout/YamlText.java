// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;
import io.highlands.local.error.ParserMessage;
import io.highlands.local.yaml.YamlDepth;

/** A YAML mapping as it is written: what it says, and where each of its parts is in the text. */
public final class YamlText {

    private final String name;
    private final String text;
    private final Optional<MappingNode> root;
    private final Map<?, ?> content;

    private YamlText(String name, String text, Optional<MappingNode> root, Map<?, ?> content) {
        this.name = name;
        this.text = text;
        this.root = root;
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @param file the file, which messages name
     * @return its mapping
     * @throws ControlException when it cannot be read, and with the line at fault when it is no YAML mapping
     */
    public static YamlText read(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new ControlException(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
        }
    }

    /**
     * Reads a text.
     *
     * @param name the file as messages name it
     * @param text its characters
     * @return its mapping
     * @throws ControlException with the line at fault when it is no YAML mapping
     */
    public static YamlText of(String name, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            YamlDepth.check(settings, text);
            Object content = new Load(settings).loadFromString(text);
            Optional<Node> node = new Compose(settings).composeString(text);
            if (content == null) {
                return new YamlText(name, text, Optional.empty(), Map.of());
            }
            if (content instanceof Map<?, ?> map && node.orElseThrow() instanceof MappingNode mapping) {
                return new YamlText(name, text, Optional.of(mapping), map);
            }
            throw new ControlException(name + " is no mapping of settings");
        } catch (MarkedYamlEngineException e) {
            throw new ControlException(name + e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("")
                    + ": not YAML: " + ParserMessage.of(e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new ControlException(name + ": not YAML: " + ParserMessage.of(e.getMessage()), e);
        }
    }

    /** {@return the file as messages name it} */
    public String name() {
        return name;
    }

    /** {@return the characters} */
    public String text() {
        return text;
    }

    /** {@return the mapping with the places of its parts; empty where the file says nothing} */
    public Optional<MappingNode> root() {
        return root;
    }

    /** {@return what it says, as maps, lists and values} */
    public Map<?, ?> content() {
        return content;
    }

    /**
     * {@return the entry of a mapping that has a key}
     *
     * @param mapping the mapping, empty for none
     * @param key the key
     */
    public static Optional<NodeTuple> tuple(Optional<MappingNode> mapping, String key) {
        return mapping.stream().flatMap(node -> node.getValue().stream())
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
                .findFirst();
    }

    /**
     * {@return the text with a part of it replaced}
     *
     * @param start where the part begins
     * @param end where it ends, exclusive
     * @param replacement what is there instead
     */
    public String splice(int start, int end, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }

    /** {@return how its lines end} */
    public String eol() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /**
     * {@return where the line of a place ends, before its line end}
     *
     * @param place the place
     */
    public int lineEnd(int place) {
        int end = text.indexOf('\n', place);
        if (end < 0) {
            return text.length();
        }
        return end > place && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /**
     * {@return the spaces before a part that begins its line}
     *
     * @param node the part
     */
    public static String indent(Node node) {
        return " ".repeat(node.getStartMark().orElseThrow().getColumn());
    }

    /**
     * {@return where a part begins}
     *
     * @param node the part
     */
    public int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /**
     * {@return where a part ends, exclusive; of a block of several lines that is where the next token begins}
     *
     * @param node the part
     */
    public int end(Node node) {
        return offset(node.getEndMark().orElseThrow());
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
