// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.runbook.Lint;
import io.highlands.local.runbook.LintFacts;
import io.highlands.local.runbook.Mistake;
import io.highlands.local.runbook.RunbookFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** The repository's own pages, broken on purpose: the lint passes before, and names page and line after. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class BrokenRunbooksTest {

    private static final Checkout CHECKOUT = new Checkout(HighlandsProcess.CHECKOUT);
    private static final RunbookFolder PAGES = new RunbookFolder(CHECKOUT.runbooks());
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *aws ([a-z0-9]+) ([a-z-]+)");
    private static LintFacts facts;

    @TempDir
    private Path folder;

    private static List<String> kinds() {
        return PAGES.kinds();
    }

    @BeforeAll
    static void readFacts() {
        LintFacts all = RunbookFacts.of(CHECKOUT);
        // Without a shell for each command of each page, which RunbooksCommandTest has.
        facts = new LintFacts(all.alarms(), all.operations(), all.fault(), command -> Optional.empty());
    }

    @Test
    void unbrokenPagesAreWhole() {
        assertThat(Lint.of(PAGES, facts)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void operationWithATypoIsNamed(String kind) throws IOException {
        String text = Files.readString(PAGES.path().resolve(kind + ".md"));
        Matcher command = COMMAND.matcher(text);
        assertThat(command.find()).as("a command").isTrue();

        assertThat(broken(kind, text.substring(0, command.end()) + "x" + text.substring(command.end())))
                .anySatisfy(line -> assertThat(line).startsWith(kind + ".md:").contains(
                        "'aws " + command.group(1) + " " + command.group(2) + "x'"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void linkToNowhereIsNamed(String kind) throws IOException {
        String text = Files.readString(PAGES.path().resolve(kind + ".md")) + "\n[more](nowhere.md)\n";

        assertThat(broken(kind, text)).containsExactly(kind + ".md:" + text.lines().count()
                + ": the link to 'nowhere.md' leads nowhere; allowed: another page's file, README.md, https://…");
    }

    private List<String> broken(String kind, String text) throws IOException {
        for (String other : PAGES.kinds()) {
            Files.copy(PAGES.path().resolve(other + ".md"), folder.resolve(other + ".md"));
        }
        Files.copy(PAGES.path().resolve("README.md"), folder.resolve("README.md"));
        Files.writeString(folder.resolve(kind + ".md"), text);
        return Lint.of(new RunbookFolder(folder), facts).stream().map(Mistake::toString).toList();
    }
}
