// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorLogTest {

    @TempDir
    private Path folder;

    private static final class Known extends UserError {

        private static final long serialVersionUID = 1L;

        Known(String message) {
            super(message);
        }
    }

    @Test
    void anErrorForUsersIsItsMessageInOneLine() {
        assertThat(log().line("highlands up", new Known("a.yaml:3: 'x'\n  allowed: y")))
                .isEqualTo("a.yaml:3: 'x' allowed: y");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anErrorOfTheFileSystemNamesTheFileAndNoClass() {
        assertThat(log().line("highlands up", new NoSuchFileException("a.yaml")))
                .isEqualTo("a.yaml: there is no such file or folder");
        assertThat(log().line("highlands up", new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo("No space left on device");
    }

    @Test
    void anInternalErrorIsOneLineWithoutAClassNameAndItsStackTraceIsInTheFileThatTheLineNames() throws IOException {
        String line = log().line("highlands up", new IllegalStateException("a\nb", new IOException("below")));

        assertThat(line).startsWith("highlands up failed because of an internal error; the stack trace is in " + folder)
                .doesNotContain("Exception", "\n");
        assertThat(Path.of(line.substring(line.indexOf(folder.toString())))).content()
                .contains("highlands up at ", "java.lang.IllegalStateException: a",
                        "Caused by: java.io.IOException: below",
                        "\tat " + ErrorLogTest.class.getName());
    }

    @Test
    void theNewestFilesAreKept() throws IOException {
        for (int i = 0; i < 25; i++) {
            IllegalStateException error = new IllegalStateException();
            error.setStackTrace(new StackTraceElement[]{new StackTraceElement("A", "b", "A.java", i)});
            log().line("highlands up", error);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(20);
        }
    }

    @Test
    void anErrorOfTheSamePlaceNamesTheFileOfTheFirst() {
        List<String> lines = IntStream.range(0, 3)
                .mapToObj(i -> log().line("highlands up", new IllegalStateException("request " + i))).toList();

        assertThat(Set.copyOf(lines)).hasSize(1);
        assertThat(folder.toFile().listFiles()).hasSize(1);
    }

    @Test
    void anErrorWhoseFileIsGoneIsRecordedAgain() throws IOException {
        for (int i = 0; i < 2; i++) {
            String line = log().line("highlands up", new IllegalStateException());
            Path file = Path.of(line.substring(line.indexOf(folder.toString())));
            assertThat(file).exists();
            Files.delete(file);
        }
    }

    @Test
    void whereTheFolderCannotBeWrittenTheTemporaryFolderHasTheStackTrace() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        String line = new ErrorLog(file.resolve("errors")).line("highlands up", new IllegalStateException("a defect"));

        Path elsewhere = Path.of(line.substring(line.indexOf(System.getProperty("java.io.tmpdir"))));
        assertThat(elsewhere).content().contains("a defect");
        Files.delete(elsewhere);
    }

    private ErrorLog log() {
        return new ErrorLog(folder);
    }
}
