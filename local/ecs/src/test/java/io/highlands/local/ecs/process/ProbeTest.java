// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProbeTest {

    @Test
    void succeedsWithExitCodeZero() throws Exception {
        assertThat(probe("exit 0", Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void failsWithAnyOtherExitCode() throws Exception {
        assertThat(probe("exit 1", Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void failsAndIsEndedWhenItTakesTooLong() throws Exception {
        assertThat(probe("exec sleep 61", Duration.ofMillis(100))).isFalse();
        Until.holds("the command to end", () -> ProcessHandle.current().children()
                .noneMatch(child -> child.info().commandLine().orElse("").endsWith("sleep 61")));
    }

    @Test
    void saysWhatTheCommandWroteLastToStandardError() throws Exception {
        assertThat(Probe.run(new ProcessSpec(List.of("/bin/sh", "-c", "echo out; echo one >&2; echo two >&2; exit 1"),
                Map.of(), Path.of("/")), Duration.ofSeconds(5))).isEqualTo(new Probe.Outcome(false, "two"));
    }

    private static boolean probe(String script, Duration timeout) throws IOException, InterruptedException {
        return Probe.run(new ProcessSpec(List.of("/bin/sh", "-c", script), Map.of("PATH", "/usr/bin:/bin"),
                Path.of("/")), timeout).succeeded();
    }
}
