// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of the pages. It is read when it is asked, so that an edit shows at once.
 *
 * @param path where it is; it may be missing
 */
public record RunbookFolder(Path path) {

    /** The page that lists the others, and is none itself. */
    static final String INDEX = "README.md";

    private static final String PAGE = "[a-z][a-z0-9-]*\\.md";

    /**
     * Names of all pages.
     *
     * @return kinds of alarms and routine jobs, sorted
     */
    public List<String> kinds() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches(PAGE))
                    .map(name -> name.substring(0, name.length() - ".md".length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A page.
     *
     * @param kind its name
     * @return it, if there is one
     * @throws RunbookException when it cannot be read as a page
     */
    public Optional<Runbook> find(String kind) {
        return kinds().contains(kind) ? Optional.of(Runbook.parse(kind, text(kind + ".md"))) : Optional.empty();
    }

    /**
     * All pages.
     *
     * @return them, by name
     * @throws RunbookException when one cannot be read as a page
     */
    public List<Runbook> all() {
        return kinds().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /**
     * A section of the page that lists the others.
     *
     * @param heading its heading
     * @return its text, in Markdown; empty when there is none
     */
    public String index(String heading) {
        if (!Files.isRegularFile(path.resolve(INDEX))) {
            return "";
        }
        return new MarkdownText(text(INDEX).lines().toList(), 0).sections().stream()
                .filter(section -> section.text().equals(heading)).map(section -> section.body().strip()).findFirst()
                .orElse("");
    }

    /**
     * A file of the folder.
     *
     * @param name its name
     * @return its characters
     */
    String text(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
