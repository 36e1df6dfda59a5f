// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the folder {@code runbooks}, held against its own lines: nothing that is written there is left out. */
class PagesTest {

    private static final RunbookFolder FOLDER = new RunbookFolder(Path.of("../../runbooks"));

    static List<Runbook> pages() {
        return FOLDER.all();
    }

    @Test
    void everyFileOfTheFolderIsRead() {
        assertThat(pages()).extracting(Runbook::kind).contains("latency-slo", "deploy-and-roll-back")
                .hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandIsReadAsItIsWritten(Runbook page) {
        List<String> lines = lines(page);

        assertThat(page.steps()).hasSize((int) lines.stream().filter(line -> line.startsWith("```sh")).count());
        assertThat(page.steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(lines.get(step.line() - 1)).isEqualTo("```sh { name=" + step.name() + " }");
            List<String> command = step.command().lines().map(String::strip).toList();
            assertThat(lines.subList(step.line(), step.line() + command.size())).isEqualTo(command);
            assertThat(lines.get(step.line() + command.size())).isEqualTo("```");
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLineThatSaysSomethingOfACommandIsRead(Runbook page) {
        long written = lines(page).stream()
                .filter(line -> line.matches("- (healthy|sick|within|next|effect|risk|undo|aws-only):.*")).count();

        assertThat(page.steps().stream().flatMap(PagesTest::said).count()).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySectionIsReadWithWhatIsBelowIt(Runbook page) {
        List<String> lines = lines(page);

        assertThat(page.headings()).isNotEmpty().allSatisfy(heading -> {
            assertThat(lines.get(heading.line() - 1)).isEqualTo("## " + heading.text());
            List<String> body = heading.body().lines().map(String::strip).toList();
            assertThat(lines.subList(heading.line(), heading.line() + body.size())).isEqualTo(body);
            assertThat(page.body(heading.text())).isEqualTo(heading.body());
        });
    }

    private static Stream<?> said(Step step) {
        return Stream.of(step.healthy(), step.sick(), step.within(), words(step.next()), words(step.effect()),
                words(step.risk()), words(step.undo()), words(step.awsOnly())).flatMap(Optional::stream);
    }

    private static Optional<String> words(String words) {
        return Optional.of(words).filter(said -> !said.isEmpty());
    }

    private static List<String> lines(Runbook page) {
        return FOLDER.text(page.file()).lines().map(String::strip).toList();
    }
}
