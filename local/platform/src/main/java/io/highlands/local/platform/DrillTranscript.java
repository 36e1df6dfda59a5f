// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.highlands.local.control.BoundedLines;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.DrillEvent;

/** The lines of a drill's process: events, and what the command says when it cannot go on. The newest are kept. */
final class DrillTranscript {

    /** Lines that are kept. */
    static final int MAX_LINES = 200;

    /** Characters of a line that is told; what is beyond them is dropped. */
    private static final int MAX_TOLD = 1_000;

    /** Characters of an event: the words of a platform of a thousand edges. */
    private static final int MAX_EVENT = 256 * 1024;

    private final Deque<String> lines = new ArrayDeque<>();

    /** {@return the lines, oldest first} */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Keeps a line. */
    void add(String line) {
        if (lines.size() == MAX_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() <= MAX_TOLD ? line : line.substring(0, MAX_TOLD) + " …");
    }

    /**
     * Reads a process's output to its end.
     *
     * @param output the output
     * @param events takes each line: what is no event tells itself
     */
    static void read(InputStream output, Consumer<DrillEvent> events) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            BoundedLines lines = new BoundedLines(reader, MAX_EVENT);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                events.accept(event(line.get()));
            }
        } catch (IOException ended) {
            // As with the end of the output
        }
    }

    private static DrillEvent event(String line) {
        try {
            return ControlJson.read(line.getBytes(StandardCharsets.UTF_8), DrillEvent.class);
        } catch (ControlException words) {
            return DrillEvent.told(List.of(line), Optional.empty());
        }
    }
}
