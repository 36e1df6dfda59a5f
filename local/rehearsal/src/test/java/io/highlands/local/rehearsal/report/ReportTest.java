// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.rehearsal.Event;
import io.highlands.local.rehearsal.Panel;
import io.highlands.local.rehearsal.Result;
import io.highlands.local.rehearsal.StateChange;
import io.highlands.local.rehearsal.StepRun;
import io.highlands.local.rehearsal.Verdict;
import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Sections;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T10:00:00Z");
    private static final String EVIL = "<script>alert('&')</script>";
    private static final String CHART = """
            {"kind":"chart","title":"Tasks","from":100,"until":200,"left":{"min":0},
             "series":[{"label":"<b>wanted</b>","colour":"#1f77b4","side":"left","period":10,
                        "t":[100,110,150,160],"v":[1,1,0,0]}],
             "lines":[{"value":1,"side":"left","colour":"#d62728"}]}""";

    @TempDir
    private Path folder;

    private final Runbook page = Runbook.parse("edge-errors", """
            ---
            alarm: edge-errors
            severity: ticket
            owner: platform
            dashboard: mesh
            rehearsal:
              fault: abort service-b:service-a status=500
              with: {CALLER: service-b, CALLEE: service-a}
              sick: [calls]
              mitigation: [replace]
              fires-within: 4m
              clears-within: 6m
              fis: local mode only, FIS breaks connections and answers nothing
            expects: [edge-errors-service-b-service-a]
            may-also-fire: []
            ---
            # Edge errors

            ## Diagnosis

            1. Calls?

               ```sh { name=calls }
               echo calls
               ```

               - healthy: `^good`
               - sick: `^bad`
            """);

    private Result result(List<String> failures) {
        StepRun run = new StepRun(BEGAN.plusSeconds(5), "diagnosis, sick", page.steps(Sections.DIAGNOSIS).getFirst(),
                new ShellResult(0, EVIL, EVIL, Duration.ofSeconds(1), false), Verdict.NEITHER, Verdict.SICK, 3);
        return new Result(page, 6, BEGAN, BEGAN.plusSeconds(95), failures,
                List.of(new Event(BEGAN.plusSeconds(1), "fault: " + EVIL)), List.of(run),
                List.of(new StateChange(BEGAN.plusSeconds(3), "edge-errors-service-b-service-a", "ALARM", EVIL)),
                List.of(new Panel(EVIL, JsonMapper.shared().readTree(CHART)),
                        new Panel("Tiles", JsonMapper.shared().readTree("{\"kind\":\"html\",\"html\":\"<i>3</i>\"}"))),
                Optional.of(Duration.ofSeconds(30)), Optional.empty(), List.of("highlands-prod-edge-errors fires 2m"),
                Optional.empty());
    }

    @Test
    void thePageShowsWhatHappenedInItsOrderWithEveryTextEscaped() throws Exception {
        new Report(folder).add(result(List.of(EVIL)));

        String html = Files.readString(folder.resolve("edge-errors.html"));
        assertThat(html).doesNotContain("<script").doesNotContain("<b>wanted")
                .containsSubsequence("fault: &lt;script&gt;", "edge-errors-service-b-service-a is ALARM");
        assertThat(html).contains("30 s (3 min)", "at attempt 3", "highlands-prod-edge-errors fires 2m", "<i>3</i>");
        assertThat(html).doesNotContain("href=\"http").doesNotContain("src=");
    }

    @Test
    void aChartIsDrawnAsLinesThatBreakWhereNothingWasPublished() throws Exception {
        new Report(folder).add(result(List.of()));

        String html = Files.readString(folder.resolve("edge-errors.html"));
        assertThat(html.split("<polyline")).hasSize(3);
        assertThat(html).contains("points=\"44.0,8.0 80.6,8.0\"", "stroke-dasharray");
    }

    @Test
    void junitFindsATestPerPageAndItsFailures() throws Exception {
        Report report = new Report(folder);
        report.add(result(List.of()));
        report.add(result(List.of("one " + EVIL, "two")));

        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                Files.readString(folder.resolve("junit.xml")).getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("190.000");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent()).isEqualTo("one " + EVIL + "\ntwo");
    }

    /** XML 1.0, "Characters": what a command prints may hold others, a terminal's colours for example. */
    @Test
    void junitReadsFailuresWithControlCharacters() throws Exception {
        new Report(folder).add(result(List.of("\u001b[31mred\u001b[0m\ttext")));

        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                Files.readAllBytes(folder.resolve("junit.xml")))).getDocumentElement();
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("\uFFFD[31mred\uFFFD[0m\ttext");
    }

    @Test
    void theIndexSaysHowManyFailedAndLeadsToEachPage() throws Exception {
        new Report(folder.resolve("made/on the way")).add(result(List.of("it did not fire")));

        assertThat(Files.readString(folder.resolve("made/on the way/index.html"))).contains("1 rehearsed, 1 failed",
                "href=\"edge-errors.html\"", "it did not fire");
    }
}
