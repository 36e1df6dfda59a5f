// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.IncidentReport.Moment;
import io.highlands.local.control.message.IncidentReport.Note;

import static org.assertj.core.api.Assertions.assertThat;

/** Cells and escapes follow GitHub Flavored Markdown, 4.10 (tables) and 6.6 (raw HTML). */
class IncidentMarkdownTest {

    private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void whatEndsACellOrBeginsHtmlIsEscaped() {
        assertThat(markdown(Map.of())).contains("| 10:00:00 | service-c | a \\| b &lt;i> c |");
    }

    @Test
    void aNoteKeepsItsLinesAndItsMarkdownAndLosesItsHtml() {
        assertThat(markdown(Map.of())).contains("- 10:00:00 [Runbook](r.md)\n  &lt;script>\n");
    }

    @Test
    void picturesAreLinkedByTheirFiles() {
        assertThat(markdown(Map.of("Latency", "latency.svg"))).contains("![Latency](latency.svg)\n");
    }

    @Test
    void whatStandsForLongHasItsDate() {
        assertThat(IncidentWords.since(AT, AT.plusSeconds(3600))).isEqualTo("10:00:00");
        assertThat(IncidentWords.since(AT, AT.plusSeconds(172_800))).isEqualTo("2026-01-01 10:00:00");
    }

    private static String markdown(Map<String, String> pictures) {
        return IncidentMarkdown.of(new IncidentReport("local", AT, AT.plusSeconds(60), List.of(), List.of(), List.of(),
                List.of(new Moment(AT, "service", "service-c", "a | b <i>\nc")),
                List.of(new Note("1", AT, "[Runbook](r.md)\n<script>"))), pictures);
    }
}
