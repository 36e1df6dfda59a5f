// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.ComparedTraces;
import io.highlands.local.control.message.ComparedTraces.CommonAttribute;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTextTest {

    private static String print(boolean isComplete, int unread, String selection, int selected, int others,
            CommonAttribute... attributes) {
        StringWriter text = new StringWriter();
        ComparisonText.print(new ComparedTraces("2026-11-30T10:00:00.5Z", "2026-11-30T10:30:00Z", isComplete, unread,
                selection, selected, others, List.of(attributes), List.of(), List.of()), new PrintWriter(text));
        return text.toString();
    }

    @Test
    void eachAttributeIsARowWithItsCounts() {
        assertThat(print(true, 0, "failed", 6, 54, new CommonAttribute("http.response.status_code", "503", 6, 0),
                new CommonAttribute("db.pool", "cold", 5, 1)).lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly("ATTRIBUTE|VALUE|FAILED|OTHERS", "http.response.status_code|503|6 of 6|0 of 54",
                        "db.pool|cold|5 of 6|1 of 54",
                        "failed: 6 traces, 54 others, from 2026-11-30T10:00:00Z to 2026-11-30T10:30:00Z");
        assertThat(print(true, 0, "duration>20ms", 6, 54, new CommonAttribute("a", "b", 6, 0)))
                .startsWith("ATTRIBUTE  VALUE  SELECTED  OTHERS");
    }

    @Test
    void itSaysWhyThereIsNoTable() {
        assertThat(print(true, 0, "failed", 0, 54)).endsWith("No trace is failed, so there is nothing to compare.\n");
        assertThat(print(true, 0, "slow", 3, 0)).contains("There is no other trace to compare them with");
        assertThat(print(true, 0, "slow", 1, 2)).startsWith("slow: 1 trace, 2 others,")
                .endsWith("They have nothing in common by more than chance.\n");
    }

    @Test
    void itSaysWhatWasNotCompared() {
        assertThat(print(false, 2, "slow", 3, 5))
                .contains("10:30:00Z, the newest that were found; older ones are not compared; 2 more were too large,"
                        + " beyond 20,000 spans or 24 MiB, or not read in time\n");
    }
}
