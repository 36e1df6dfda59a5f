// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;
import io.highlands.local.error.FileErrors;
import io.highlands.local.rehearsal.RehearsalException;

/**
 * The scores of drills, one JSON object a line, oldest first.
 *
 * @param file the file; it may be missing
 */
public record ScoreBook(Path file) {

    /**
     * Adds a drill.
     *
     * @param result what came of it
     * @throws RehearsalException in one line, when the file cannot be written
     */
    public void add(DrillResult result) {
        String line = new String(ControlJson.bytes(ScoreEntry.of(result)), StandardCharsets.UTF_8) + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new RehearsalException(FileErrors.line(e));
        }
    }

    /**
     * {@return all scores, oldest first}
     *
     * @throws RehearsalException naming file and line, when one cannot be read
     */
    public List<ScoreEntry> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<ScoreEntry> scores = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            try {
                scores.add(ControlJson.read(line.getBytes(StandardCharsets.UTF_8), ScoreEntry.class));
            } catch (ControlException e) {
                throw new RehearsalException("%s:%d is no score of a drill (%s); remove the line"
                        .formatted(file, number, e.getMessage()));
            }
        }
        return scores;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new RehearsalException(FileErrors.line(e));
        }
    }
}
