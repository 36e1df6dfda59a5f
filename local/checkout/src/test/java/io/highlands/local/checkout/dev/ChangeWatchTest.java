// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a file system tells of files: java.nio.file.WatchService. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChangeWatchTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;
    private Path sources;

    @BeforeEach
    void makeFolders() throws IOException {
        sources = Files.createDirectories(folder.resolve("src/main/java"));
    }

    @Test
    void tellsOfAFileInAFolderThatAppearedLater() throws Exception {
        try (ChangeWatch watch = new ChangeWatch(List.of(sources))) {
            Path first = Files.writeString(Files.createDirectories(sources.resolve("a/b")).resolve("A.java"),
                    "class A { }");

            assertThat(watch.await(LONG)).contains(first);

            Path second = Files.writeString(sources.resolve("a/b/B.java"), "class B { }");
            assertThat(watch.await(LONG)).contains(second);
        }
    }

    @Test
    void tellsOfAFileThatAnEditorPutsInThePlaceOfAnotherAndNotOfWhatItWritesBeside() throws Exception {
        Path file = Files.writeString(sources.resolve("A.java"), "class A { }");
        try (ChangeWatch watch = new ChangeWatch(List.of(sources))) {
            Path beside = Files.writeString(sources.resolve(".A.java.swp"), "class A { int a; }");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);

            assertThat(watch.await(LONG)).containsExactly(file);
        }
    }

    @Test
    void tellsOfADeletedFile() throws Exception {
        Path file = Files.writeString(sources.resolve("A.java"), "class A { }");
        try (ChangeWatch watch = new ChangeWatch(List.of(sources))) {
            Files.delete(file);

            assertThat(watch.await(LONG)).containsExactly(file);
        }
    }

    @Test
    void tellsOfOneFileAndNotOfItsNeighbours() throws Exception {
        Path jar = folder.resolve("app.jar");
        try (ChangeWatch watch = new ChangeWatch(List.of(jar))) {
            Files.writeString(folder.resolve("app.aot"), "cache");
            Files.writeString(jar, "jar");

            assertThat(watch.await(LONG)).containsExactly(jar);
        }
    }

    /** As a build does that begins with clean: {@code mvn clean}. */
    @Test
    void findsAFileAgainWhoseFoldersWereDeletedAndMadeAnew() throws Exception {
        Path jar = folder.resolve("target/image/app/app.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "one");
        try (ChangeWatch watch = new ChangeWatch(List.of(jar, folder.resolve("pom.xml")))) {
            Files.delete(jar);
            for (Path gone = jar.getParent(); !gone.equals(folder); gone = gone.getParent()) {
                Files.delete(gone);
            }
            assertThat(watch.await(LONG)).containsExactly(jar);

            Files.createDirectories(jar.getParent());
            Files.writeString(jar, "two");
            assertThat(watch.await(LONG)).containsExactly(jar);
        }
    }

    @Test
    void isSilentWhereNothingChanges() throws Exception {
        try (ChangeWatch watch = new ChangeWatch(List.of(sources))) {
            assertThat(watch.await(Duration.ofMillis(50))).isEmpty();
        }
    }
}
