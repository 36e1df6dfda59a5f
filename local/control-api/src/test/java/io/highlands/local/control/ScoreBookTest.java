// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.message.ScoreEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScoreBookTest {

    @TempDir
    private Path folder;

    private ScoreBook book;

    @BeforeEach
    void book() {
        book = new ScoreBook(folder.resolve("new/drills.jsonl"));
    }

    private static ScoreEntry result() {
        return new ScoreEntry(Instant.parse("2026-01-01T00:00:00Z"), 1, 7, 0, false, Optional.empty(), 0, 0);
    }

    @Test
    void scoresAreKeptInTheirOrder() {
        book.add(result());
        book.add(result());

        assertThat(book.all()).hasSize(2).allMatch(score -> score.seed() == 7 && score.points() == 0);
    }

    @Test
    void afterAWriteThatWasCutShortTheNextScoreHasALineOfItsOwn() throws Exception {
        Files.createDirectories(book.file().getParent());
        Files.writeString(book.file(), "{\"level\":1,\"se");

        book.add(result());

        assertThat(Files.readAllLines(book.file())).hasSize(2).first().isEqualTo("{\"level\":1,\"se");
        assertThatThrownBy(book::all).isInstanceOf(ControlException.class)
                .hasMessageStartingWith(book.file() + ":1 is no score of a drill (");
    }

    @Test
    void bytesThatAreNoUtf8AreNamedByTheirLine() throws Exception {
        book.add(result());
        Files.write(book.file(), new byte[]{'{', (byte) 0xff, '}', '\n'}, StandardOpenOption.APPEND);

        assertThatThrownBy(book::all).isInstanceOf(ControlException.class)
                .hasMessage(book.file() + ":2 is no score of a drill (it is not UTF-8); remove the line");
    }

    @Test
    void withoutADrillThereIsNoScore() {
        assertThat(book.all()).isEmpty();
    }

    @Test
    void aLineThatIsNoScoreIsNamed() throws Exception {
        Files.createDirectories(book.file().getParent());
        Files.writeString(book.file(), "{\"level\":1}\n");

        assertThatThrownBy(book::all).isInstanceOf(ControlException.class)
                .hasMessageStartingWith(book.file() + ":1 is no score of a drill (")
                .hasMessageEndingWith("remove the line");
    }
}
