// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunbooksTest {

    @TempDir
    private Path folder;

    private Runbooks runbooks;

    @BeforeEach
    void pages() throws IOException {
        Files.writeString(folder.resolve("edge-errors.md"),
                "---\nseverity: ticket\nexpects:\n  - one\n  - two\nother: [a, b]\n"
                        + "---\n\n# Title\n");
        Files.writeString(folder.resolve("edge.md"), "# No front matter\n");
        Files.writeString(folder.resolve("README.md"), "# Index\n");
        runbooks = new Runbooks(folder, "local");
    }

    @Test
    void theLongestKindThatTheNameBeginsWithIsTheAlarms() {
        assertThat(runbooks.kindOf("highlands-local-edge-errors-service-b")).contains("edge-errors");
        assertThat(runbooks.kindOf("highlands-local-edge-errors")).contains("edge-errors");
        assertThat(runbooks.kindOf("highlands-local-edge-other")).contains("edge");
        assertThat(runbooks.kindOf("highlands-local-edges")).isEmpty();
        assertThat(runbooks.kindOf("highlands-prod-edge")).isEmpty();
    }

    @Test
    void frontMatterIsReadWithItsLists() {
        Runbook page = runbooks.find("edge-errors").orElseThrow();
        assertThat(page.facts()).containsEntry("severity", "ticket").containsEntry("expects", "one, two")
                .containsEntry("other", "a, b");
        assertThat(page.text()).contains("# Title").doesNotContain("severity");
        assertThat(runbooks.find("edge").orElseThrow().facts()).isEmpty();
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() {
        assertThat(runbooks.find("../edge")).isEmpty();
        assertThat(runbooks.kinds()).containsExactly("edge", "edge-errors");
        assertThat(new Runbooks(folder.resolve("none"), "local").kinds()).isEmpty();
    }
}
