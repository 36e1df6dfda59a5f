// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void beginsANewFileWhenItIsFullAndKeepsOneOld() throws IOException {
        write(12, "one\ntwo\n", "three\n", "four\nfive\n", "six\n");

        assertThat(folder.resolve("app.log.1")).hasContent("three\nfour\n");
        assertThat(folder.resolve("app.log")).hasContent("five\nsix\n");
    }

    @Test
    void neverTearsALine() throws IOException {
        write(4, "a long ", "line\nnext");

        assertThat(folder.resolve("app.log.1")).hasContent("a long line\n");
        assertThat(folder.resolve("app.log")).hasContent("next");
    }

    @Test
    void goesOnWhereAnEarlierOneEnded() throws IOException {
        write(100, "one\n");
        write(100, "two\n");

        assertThat(folder.resolve("app.log")).hasContent("one\ntwo\n");
    }

    private void write(long size, String... chunks) throws IOException {
        try (LogFile log = new LogFile(folder.resolve("app.log"), size)) {
            for (String chunk : chunks) {
                log.write(chunk.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
