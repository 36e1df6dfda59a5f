// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shellcheck's opinion of launch. Without shellcheck the test is skipped and says so; with CI in the environment it
 * fails.
 */
class ShellcheckTest {

    @Test
    void launchIsClean() throws Exception {
        boolean present = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck")));
        Assumptions.assumeTrue(present || System.getenv("CI") != null, "shellcheck is not on the PATH");

        Process process = new ProcessBuilder("shellcheck", "--shell=sh", "launch").redirectErrorStream(true).start();

        assertThat(process.inputReader().lines().toList()).isEmpty();
        assertThat(process.waitFor()).isZero();
    }
}
