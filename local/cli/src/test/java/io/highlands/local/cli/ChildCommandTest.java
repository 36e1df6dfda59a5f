// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The command as a child process. */
class ChildCommandTest {

    @Test
    void itIsTheCommandOfThisBuild() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(ChildCommand.words());
        words.add("--version");

        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("Highlands");
    }
}
