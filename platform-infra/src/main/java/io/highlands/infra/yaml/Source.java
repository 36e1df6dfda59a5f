// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import io.highlands.infra.topology.InvalidInput;

/** A settings file as people know it: by the path they would type, and by lines and columns. */
public record Source(Path file) {

    private static final int MAX_DEPTH = 50;

    /** The file's content, which has to be a mapping. */
    MappingNode read() {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        try {
            String text = Files.readString(file);
            checkDepth(settings, text);
            Node root = new Compose(settings).composeString(text)
                    .orElseThrow(() -> new InvalidInput(name(), "nothing", "a mapping of settings"));
            if (root instanceof MappingNode mapping) {
                return mapping;
            }
            throw new InvalidInput(name(), Section.describe(root), "a mapping of settings");
        } catch (MarkedYamlEngineException e) {
            throw new InvalidInput(name() + e.getProblemMark().map(Source::position).orElse(""), e.getProblem(),
                    "YAML");
        } catch (YamlEngineException e) {
            throw new InvalidInput(name(), e.getMessage(), "YAML");
        } catch (CharacterCodingException e) {
            throw new InvalidInput(name(), "bytes that are not UTF-8", "a readable file in UTF-8");
        } catch (IOException e) {
            throw new InvalidInput(name(), "a file that cannot be read", "a readable file in UTF-8");
        }
    }

    /** The library builds its tree by recursion without a limit; its events come one by one. */
    private static void checkDepth(LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                throw new ParserException("more than " + MAX_DEPTH + " levels", event.getStartMark());
            }
        }
    }

    /** Where a node begins, by line and column: {@code environments/prod.yaml:12:5}. */
    String place(Node node) {
        return name() + node.getStartMark().map(Source::position).orElse("");
    }

    private static String position(Mark mark) {
        return ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    public String name() {
        Path here = Path.of("").toAbsolutePath();
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
    }
}
