// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalProgressTest {

    private final StringWriter text = new StringWriter();

    @Test
    void withoutATerminalAWaitIsALineAtFirstAndThenEveryFifteenSeconds() {
        RehearsalProgress progress = new RehearsalProgress(new PrintWriter(text), false, result -> {});

        IntStream.range(0, 31).forEach(second -> progress.goesOn("alarm", "TargetsGone", Duration.ofSeconds(second)));
        progress.ended("alarm", "TargetsGone fired", Duration.ofSeconds(31));
        progress.goesOn("recovery", "OK", Duration.ofSeconds(1));

        assertThat(text.toString().lines()).containsExactly("  alarm                  0 s  waiting: TargetsGone",
                "  alarm                 15 s  waiting: TargetsGone",
                "  alarm                 30 s  waiting: TargetsGone",
                "  alarm                 31 s  TargetsGone fired", "  recovery               1 s  waiting: OK");
    }

    @Test
    void onATerminalAWaitIsWrittenOverByWhatCameOfIt() {
        RehearsalProgress progress = new RehearsalProgress(new PrintWriter(text), true, result -> {});

        progress.goesOn("alarm", "TargetsGone", Duration.ofSeconds(3));
        progress.ended("alarm", "TargetsGone fired", Duration.ofSeconds(31));

        assertThat(text.toString()).isEqualTo("\r\033[K  alarm                  3 s  waiting: TargetsGone\r\033[K"
                + "  alarm                 31 s  TargetsGone fired\n");
    }
}
