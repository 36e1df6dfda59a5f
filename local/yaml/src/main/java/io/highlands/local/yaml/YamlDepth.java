// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How deep YAML may nest. The library builds its tree by recursion without a limit; its events come one by one. An alias within
 * what it stands for nests without end.
 */
public final class YamlDepth {

    private static final int MAX_LEVELS = 50;

    private YamlDepth() {
    }

    /**
     * Refuses what nests too deep, before it is read.
     *
     * @param settings how it is read
     * @param text the text
     * @throws YamlEngineException with the line, also where it is no YAML
     */
    public static void check(LoadSettings settings, String text) {
        Deque<Optional<Anchor>> open = new ArrayDeque<>();
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent start) {
                open.push(start.getAnchor());
            } else if (event instanceof CollectionEndEvent) {
                open.pop();
            } else if (event instanceof AliasEvent alias && open.contains(Optional.of(alias.getAlias()))) {
                throw new ParserException("*" + alias.getAlias() + " is within what it stands for",
                        event.getStartMark());
            }
            if (open.size() > MAX_LEVELS) {
                throw new ParserException("it nests deeper than " + MAX_LEVELS + " levels", event.getStartMark());
            }
        }
    }
}
