// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** All changes are made or none. */
class FileChangesTest {

    private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-11-01T12:00:00Z"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() throws IOException {
        file = folder.resolve("pom.xml");
        Files.writeString(file, "before");
        Files.setLastModifiedTime(file, EARLIER);
    }

    /** Such as on a mounted disk of another system, where only the owner dates a file. */
    @Test
    void aFileThatIsWrittenAndCannotBeDatedIsPutBack() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        FileChanges changes = new FileChanges(folder.resolve("new"), (path, time) -> {
            if (calls.getAndIncrement() == 0) {
                throw new IOException("not the owner");
            }
            Files.setLastModifiedTime(path, time);
        });
        changes.create("README.md", "new");
        changes.replaceUnnoticed(file, "after");

        assertThatThrownBy(changes::make).isInstanceOf(ControlException.class).hasMessageStartingWith(file + " ");
        assertThat(file).content().isEqualTo("before");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(EARLIER);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aFileThatCannotBePutBackKeepsNoOtherFromIt() throws IOException {
        Path second = Files.writeString(folder.resolve("second.xml"), "before");
        FileChanges changes = new FileChanges(folder.resolve("new"), (path, time) -> {
            throw new IOException("not the owner");
        });
        changes.create("README.md", "new");
        changes.replace(file, "after");
        changes.replaceUnnoticed(second, "after");

        assertThatThrownBy(changes::make).isInstanceOf(ControlException.class).hasMessageStartingWith(second + " ");
        assertThat(file).content().isEqualTo("before");
        assertThat(second).content().isEqualTo("before");
        assertThat(folder.resolve("new")).doesNotExist();
    }
}
