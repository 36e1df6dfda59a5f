// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@link LanguageTest} finds, shown on a few lines. */
class LanguageRulesTest {

    private static final Path FILE = Path.of("A.java");

    private final ForbiddenWords words = new ForbiddenWords();

    @Test
    void aFindingNamesFileLineWordAndWhatToWrite() {
        words.check(ForbiddenWords.Place.DOCUMENTS, FILE, "fine\nOn a Laptop.", 7);

        assertThat(words.findings()).containsExactly("A.java:8: 'Laptop', write: local mode; on this machine");
    }

    @Test
    void aWordInsideAnotherOneOrAPathIsNotFound() {
        words.check(ForbiddenWords.Place.DOCUMENTS, FILE, "keyboard, dashboards, docs/board.png", 1);

        assertThat(words.findings()).isEmpty();
    }

    @Test
    void aNameIsReadAsItsWords() {
        JavaText.parts("int mostBoards(int MOST_ROWS) {}")
                .forEach(part -> words.check(ForbiddenWords.Place.NAMES, FILE, part.names(), part.line()));

        assertThat(words.findings()).containsExactlyInAnyOrder("A.java:1: 'boards', write: dashboard",
                "A.java:1: 'MOST_ROWS', write: MAX_");
    }

    @Test
    void aSourceIsCodeTextAndComments() {
        assertThat(JavaText.parts("a = \"b // c\"; // d\n/* e\n */ f = '\"';"))
                .filteredOn(part -> part.kind() != JavaText.Kind.CODE)
                .containsExactly(new JavaText(JavaText.Kind.STRING, "\"b // c\"", 1),
                        new JavaText(JavaText.Kind.COMMENT, "// d", 1),
                        new JavaText(JavaText.Kind.COMMENT, "/* e\n */", 2));
    }

    @Test
    void aDescriptionThatOnlyRepeatsTheNameIsFound() {
        assertThat(EmptyJavadoc.in(FILE, "\n/*" + "* Gets the idle timeouts. */\nint idleTimeout() {}")).singleElement()
                .asString().startsWith("A.java:").contains("'Gets the idle timeouts.'", "'idleTimeout'");
        assertThat(EmptyJavadoc.in(FILE, "/*" + "* {@return the port} */\nint port() {}")).hasSize(1);
    }

    @Test
    void aDescriptionWithAUnitOrALimitIsNotFound() {
        assertThat(EmptyJavadoc.in(FILE, "/*" + "* {@return the timeout in seconds} */\nint timeout() {}")).isEmpty();
    }
}
