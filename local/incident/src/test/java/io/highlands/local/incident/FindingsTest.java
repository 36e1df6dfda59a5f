// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.control.message.IncidentReport.FiredAlarm;

import static org.assertj.core.api.Assertions.assertThat;

class FindingsTest {

    private static final Calls GOOD = new Calls(100, 0, Optional.of(10.0));
    private static final Calls FAILING = new Calls(100, 40, Optional.of(10.0));
    private static final Calls SLOW = new Calls(100, 0, Optional.of(400.0));

    @Test
    void anEdgeThatCallsAFailingOneComesAfterIt() {
        List<String> said = said(edge("service-a", "service-b", FAILING), edge("service-b", "service-c", FAILING));

        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith(
                "service-b → service-c: 40 % of 100 calls failed, 0 % of 100 before; by chance less than once in 1,000.");
        assertThat(said.getLast()).startsWith("service-a → service-b: ").endsWith("It follows from a change above.");
    }

    @Test
    void anEdgeIsSlowerWhenItTakesHalfAsLongAgainAndTwentyMillisecondsMore() {
        assertThat(said(edge("service-b", "service-c", SLOW))).singleElement().asString()
                .startsWith("service-b → service-c: calls took 400 ms in the mean of 100, 10 ms before.");
        assertThat(said(edge("service-b", "service-c", new Calls(100, 0, Optional.of(29.0))))).isEmpty();
        assertThat(said(edge("service-b", "service-c", new Calls(4, 0, Optional.of(400.0))))).isEmpty();
    }

    @Test
    void whatMayBeChanceIsNoFinding() {
        assertThat(said(edge("service-b", "service-c", new Calls(100, 1, Optional.of(10.0))))).isEmpty();
    }

    @Test
    void failuresAreAFindingWhereTooFewCallsWereMadeBefore() {
        EdgeChange started = EdgeChange.counted("service-b", "service-c", FAILING,
                new Calls(2, 0, Optional.of(10.0)));

        assertThat(said(started)).singleElement().asString()
                .startsWith(
                        "service-b → service-c: 40 % of 100 calls failed, 0 % of 2 before; too few to compare with.");
    }

    /** Neither is explained by the other alone: the one that changed more is the first. */
    @Test
    void servicesThatCallEachOtherDoNotExplainEachOther() {
        assertThat(said(edge("service-b", "service-a", FAILING), edge("service-a", "service-b", FAILING)))
                .hasSize(2).noneMatch(line -> line.contains("follows"));
    }

    @Test
    void inACircleTheEdgeThatChangedMostIsTheFirst() {
        assertThat(said(edge("service-c", "service-a", FAILING), edge("service-a", "service-b", FAILING),
                edge("service-b", "service-c", FAILING)).getFirst()).startsWith("service-c → service-a: ")
                .doesNotContain("follows");
    }

    @Test
    void aServiceWithoutItsTasksIsTheFirstAndASymptomTheLast() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        List<String> said = new Findings(List.of("service-c: 0 of 2 tasks run."),
                List.of(edge("service-b", "service-c", FAILING)),
                List.of(new FiredAlarm("highlands-prod-latency-slo", "page", "ALARM", at, "", "latency-slo"),
                        new FiredAlarm("highlands-prod-saturation-service-c", "ticket", "ALARM", at, "", "saturation"),
                        new FiredAlarm("highlands-prod-edge-latency", "ticket", "OK", at, "", "edge-latency")))
                .sentences();

        assertThat(said.getFirst()).isEqualTo("service-c: 0 of 2 tasks run.");
        assertThat(said.subList(2, 4)).containsExactly(
                "highlands-prod-saturation-service-c is in ALARM; runbook: runbooks/saturation.md.",
                "highlands-prod-latency-slo is in ALARM; runbook: runbooks/latency-slo.md.");
        assertThat(said).hasSize(4);
    }

    /** Right after a start there is no period before: the slow edge is told of where an alarm says that something is wrong. */
    @Test
    void withoutAPeriodBeforeTheEdgeThatTakesLongestByItselfIsNamedBesideAnAlarm() {
        List<EdgeChange> edges = List.of(started("service-a", "service-b", 1973), started("service-b", "service-a", 14),
                started("service-b", "service-c", 1954));
        FiredAlarm alarm = new FiredAlarm("highlands-local-latency-slo", "page", "ALARM",
                Instant.parse("2026-01-01T00:00:00Z"), "", "latency-slo");

        assertThat(new Findings(List.of(), edges, List.of(alarm)).sentences()).hasSize(2).last().asString()
                .startsWith("service-b → service-c: calls took 1954 ms in the mean of 34, ");
        assertThat(new Findings(List.of(), edges, List.of()).sentences()).isEmpty();
    }

    private static EdgeChange started(String caller, String callee, double millis) {
        return EdgeChange.counted(caller, callee, new Calls(34, 0, Optional.of(millis)),
                new Calls(0, 0, Optional.empty()));
    }

    private static List<String> said(EdgeChange... edges) {
        return new Findings(List.of(), List.of(edges), List.of()).sentences();
    }

    private static EdgeChange edge(String caller, String callee, Calls now) {
        return EdgeChange.counted(caller, callee, now, GOOD);
    }
}
