// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.highlands.local.control.message.ScoreEntry;
import io.highlands.local.error.FileErrors;

/**
 * The scores of drills, one JSON object a line, oldest first.
 *
 * @param file the file; it may be missing
 */
public record ScoreBook(Path file) {

    /**
     * Adds a drill.
     *
     * @param score what came of it
     * @throws ControlException in one line, when the file cannot be written
     */
    public void add(ScoreEntry score) {
        String line = (isCutShort() ? "\n" : "")
                + new String(ControlJson.bytes(score), StandardCharsets.UTF_8) + "\n";
        write(line);
    }

    private void write(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e));
        }
    }

    /**
     * {@return all scores, oldest first}
     *
     * @throws ControlException naming file and line, when one cannot be read
     */
    public List<ScoreEntry> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<ScoreEntry> scores = new ArrayList<>();
        int number = 0;
        for (byte[] line : lines()) {
            number++;
            scores.add(score(line, number));
        }
        return scores;
    }

    /** Whether a write before has not come to the end of its line. */
    private boolean isCutShort() {
        if (!Files.exists(file)) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1 && last.get(0) != '\n';
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e));
        }
    }

    /** Each of them by itself, as bytes that are no UTF-8 are to be found in theirs. */
    private List<byte[]> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines()
                    .map(line -> line.getBytes(StandardCharsets.ISO_8859_1)).toList();
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e));
        }
    }

    private ScoreEntry score(byte[] line, int number) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return ControlJson.read(line, ScoreEntry.class);
        } catch (CharacterCodingException e) {
            throw noScore(number, "it is not UTF-8");
        } catch (ControlException e) {
            throw noScore(number, e.getMessage());
        }
    }

    private ControlException noScore(int number, String why) {
        return new ControlException(
                "%s:%d is no score of a drill (%s); remove the line".formatted(file, number, why));
    }
}
