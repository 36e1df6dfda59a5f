// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTest {

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void theLastLinesComeFirst() throws IOException {
        Path log = write("task-1/app.log", "one\ntwo\nthree\n");
        assertThat(log).exists();

        new LogTail(folder, 2).poll(new PrintWriter(printed));

        assertThat(printed.toString().lines()).containsExactly("two", "three");
    }

    @Test
    void whatIsAddedComesOnce() throws IOException {
        Path log = write("task-1/app.log", "one\n");
        LogTail tail = new LogTail(folder, 10);
        tail.poll(new PrintWriter(printed));
        Files.writeString(log, "two\nhalf a li", StandardOpenOption.APPEND);
        tail.poll(new PrintWriter(printed));
        Files.writeString(log, "ne\n", StandardOpenOption.APPEND);
        tail.poll(new PrintWriter(printed));

        assertThat(printed.toString().lines()).containsExactly("one", "two", "half a line");
    }

    @Test
    void aNewTasksFileIsReadFromItsFirstLine() throws IOException {
        write("task-1/app.log", "one\n");
        LogTail tail = new LogTail(folder, 1);
        tail.poll(new PrintWriter(printed));
        write("task-2/app.log", "first\nsecond\n");
        tail.poll(new PrintWriter(printed));

        assertThat(printed.toString().lines()).containsExactly("one", "first", "second");
    }

    @Test
    void aRotatedFileIsReadFromItsBeginning() throws IOException {
        Path log = write("task-1/app.log", "a long line before\n");
        LogTail tail = new LogTail(folder, 1);
        tail.poll(new PrintWriter(printed));
        Files.writeString(log, "after\n");
        tail.poll(new PrintWriter(printed));

        assertThat(printed.toString().lines()).containsExactly("a long line before", "after");
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
