// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the whole repository: {@code build/forbidden-words.txt} says which are not used, and what to write. */
class LanguageTest {

    private static final int MAX_WORDS = 1_500;
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\\n]*`");
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link|value)[^}]*}"
            + "|@(?:param|throws|see) +\\S+");
    private static final Path CONSOLE = Path.of("local/console/src/main/resources/io/highlands/local/console");

    private final ForbiddenWords words = new ForbiddenWords();

    @Test
    void noNameCommentOrMessageOfASourceHasAForbiddenWord() {
        checkSources();

        assertThat(words.findings()).isEmpty();
    }

    @Test
    void noPageHelpTextOrConsoleScriptHasAForbiddenWord() {
        checkDocuments();

        assertThat(words.findings()).isEmpty();
    }

    @Test
    void noPageIsLongerThan1500Words() {
        assertThat(
                Repository.files(".md").stream().filter(page -> isTooLong(page) && !words.isExcepted(page, "length")))
                .isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() {
        checkSources();
        checkDocuments();
        Repository.files(".md").stream().filter(LanguageTest::isTooLong)
                .forEach(page -> words.isExcepted(page, "length"));

        assertThat(words.unused()).isEmpty();
    }

    @Test
    void noJavadocRepeatsTheNameBelowIt() {
        assertThat(Repository.files(".java").stream().flatMap(
                file -> EmptyJavadoc.in(file, Repository.read(file)).stream())).isEmpty();
    }

    @Test
    void javadocMarksCodeAsJavadocDoes() {
        assertThat(Repository.files(".java").stream().filter(file -> JavaText.parts(Repository.read(file)).stream()
                .anyMatch(part -> part.kind() == JavaText.Kind.COMMENT && part.text().contains("<code>")))).isEmpty();
    }

    private void checkSources() {
        for (Path file : Repository.files(".java")) {
            JavaText.parts(Repository.read(file)).forEach(part -> check(file, part));
        }
    }

    private void check(Path file, JavaText part) {
        switch (part.kind()) {
            case CODE -> words.check(ForbiddenWords.Place.NAMES, file, part.names(), part.line());
            case COMMENT -> words.check(ForbiddenWords.Place.COMMENTS, file, blanked(INLINE, part.text()), part.line());
            case STRING -> {
                if (part.text().contains(" ")) {
                    words.check(ForbiddenWords.Place.MESSAGES, file, part.text(), part.line());
                }
            }
        }
    }

    private void checkDocuments() {
        List<Path> help = Repository.files(".txt").stream().filter(file -> file.startsWith("local/cli/help")).toList();
        Stream.concat(Repository.files(".md").stream(), help.stream()).forEach(
                page -> words.check(ForbiddenWords.Place.DOCUMENTS, page, blanked(FENCE, Repository.read(page)), 1));
        Repository.files(".js").stream().filter(file -> file.getParent().equals(CONSOLE))
                .forEach(file -> words.check(ForbiddenWords.Place.MESSAGES, file, Repository.read(file), 1));
    }

    private static boolean isTooLong(Path page) {
        return Repository.read(page).split("\\s+").length > MAX_WORDS;
    }

    /** The text without what matches, its lines where they were. */
    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", "\u00a4"));
    }
}
