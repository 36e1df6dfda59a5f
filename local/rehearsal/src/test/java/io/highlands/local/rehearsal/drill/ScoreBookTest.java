// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.rehearsal.RehearsalException;

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

    @Test
    void scoresAreKeptInTheirOrder() {
        DrillSession session = SamplePlatform.session(SamplePlatform.SLOW);
        session.say("give-up", SamplePlatform.BEGAN);
        DrillResult result = session.result("local", Optional.empty());

        book.add(result);
        book.add(result);

        assertThat(book.all()).hasSize(2).allMatch(score -> score.seed() == 7 && score.points() == 0);
    }

    @Test
    void withoutADrillThereIsNoScore() {
        assertThat(book.all()).isEmpty();
    }

    @Test
    void aLineThatIsNoScoreIsNamed() throws Exception {
        Files.createDirectories(book.file().getParent());
        Files.writeString(book.file(), "{\"level\":1}\n");

        assertThatThrownBy(book::all).isInstanceOf(RehearsalException.class)
                .hasMessageStartingWith(book.file() + ":1 is no score of a drill (")
                .hasMessageEndingWith("remove the line");
    }
}
