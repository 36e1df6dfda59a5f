// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Made-up rehearsals on one task each, through prod's alarms, which want two. */
class ReplaysTest {

    private static final String CALM = "10x6 ";
    private static final String ENTRY = "AWS/ApplicationELB %s LoadBalancer={load_balancer}";
    private static final Replays PROD = Replays.of(Tale.OUT.resolve("prod"));

    /** Container Insights sends nothing of a service without a RUNNING task (cloudwatch-container-insights). */
    @Test
    void aServiceWithoutTasksIsToldForEveryServiceThatCouldBeWithout() {
        Tale tale = new Tale();
        for (String service : List.of("service-a", "service-b", "service-c")) {
            String faulty = service.equals("service-b") ? "-x9" : "1x9";
            tale.with(tasks("DesiredTaskCount", service), "1x6 " + faulty)
                    .with(tasks("RunningTaskCount", service), "1x6 " + faulty);
        }
        ReplayReport report = PROD.replay(tale.recording(),
                page("tasks-below-desired", "tasks-below-desired-service-b", 5));

        assertThat(report.failures()).isEmpty();
        assertThat(report.verdicts()).extracting(Verdict::alarm).containsExactly(
                "highlands-prod-tasks-below-desired-service-b", "highlands-prod-tasks-below-desired-service-a",
                "highlands-prod-tasks-below-desired-service-c");
        assertThat(report.verdicts()).extracting(verdict -> verdict.after().orElseThrow())
                .containsOnly(Duration.ofMinutes(5));
    }

    @Test
    void targetGroupsAreExchangedWithTheirServices() {
        ReplayReport report = PROD.replay(new Tale().with(hosts("service-a"), "1x15").with(hosts("service-b"), CALM
                + "0x9").recording(), page("no-healthy-host", "no-healthy-host-service-b", 2));

        assertThat(report.verdicts()).extracting(Verdict::line).containsExactly(
                "highlands-prod-no-healthy-host-service-b fires 1m after the fault, allowed 3m",
                "highlands-prod-no-healthy-host-service-a fires 1m after the fault, allowed 3m "
                        + "(service-a as service-b, service-b as service-a)");
    }

    @Test
    void slowAnswersOnAnotherEdgeAreAsSlowForItsTimeout() {
        ReplayReport report = PROD.replay(new Tale().with(edge("TargetResponseTime", "service-b", "service-c"),
                "10@3x6 10@4500x9").recording(), page("edge-latency", "edge-latency-service-b-service-c", 4));

        assertThat(report.failures()).isEmpty();
        assertThat(report.verdicts()).hasSize(3);
    }

    @Test
    void answersThatAreNotSlowEnoughFireNowhere() {
        ReplayReport report = PROD.replay(new Tale().with(edge("TargetResponseTime", "service-b", "service-c"),
                "10@3x6 10@3900x9").recording(), page("edge-latency", "edge-latency-service-b-service-c", 4));

        assertThat(report.passed()).isFalse();
        assertThat(report.failures()).hasSize(3).first().isEqualTo(
                "highlands-prod-edge-latency-service-b-service-c does not fire within 5m");
    }

    @Test
    void aFewErrorsBurnTheBudgetSlowlyThoughTheFaultWasRecordedForAMinuteOnly() {
        ReplayReport report = PROD.replay(new Tale().with(ENTRY.formatted("RequestCount"), "20x15")
                .with(ENTRY.formatted("HTTPCode_Target_5XX_Count"), "-x6 1x9").recording(),
                page("availability-burn-slow", "availability-burn-slow", 60));

        assertThat(report.failures()).isEmpty();
        assertThat(report.verdicts().getFirst().after().orElseThrow()).isBetween(Duration.ofMinutes(40),
                Duration.ofMinutes(50));
    }

    @Test
    void waitingIsARankOfTheTimesThatUsersWait() {
        ReplayReport report = PROD.replay(new Tale().with(ENTRY.formatted("RequestCount"), "20x15")
                .with(ENTRY.formatted("TargetResponseTime"), "20@0.1x6 20@3x9").recording(),
                page("latency-slo", "latency-slo", 12));

        assertThat(report.failures()).isEmpty();
        assertThat(report.verdicts().getFirst().after().orElseThrow()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void whatElseThePageExpectsIsToldAndNotRequired() {
        ReplayReport report = PROD.replay(new Tale().with(hosts("service-a"), "1x15").with(hosts("service-b"), CALM
                + "0x9").recording(), new Expectation("no-healthy-host",
                        List.of("no-healthy-host-service-b", "circuit-open-service-a-service-b"),
                        Duration.ofMinutes(2)));

        assertThat(report.passed()).isTrue();
        assertThat(report.verdicts().getLast().line()).isEqualTo(
                "highlands-prod-circuit-open-service-a-service-b does not fire within 3m (nothing was recorded of "
                        + "Highlands/{environment} http.client.circuit.open Service=service-a Upstream=service-b)");
    }

    @Test
    void whatStoodBeforeTheFaultWasNotRaisedByIt() {
        ReplayReport report = PROD.replay(new Tale().with(hosts("service-b"), "0x15").with(hosts("service-a"), "0x15")
                .recording(), page("no-healthy-host", "no-healthy-host-service-b", 2));

        assertThat(report.failures()).hasSize(2).allMatch(line -> line.endsWith("(it stood before the fault)"));
    }

    @Test
    void pageWhoseAlarmIsNotDeployedThereFailsInALine() {
        assertThat(PROD.replay(new Tale().recording(), page("tracing-sidecar-unhealthy",
                "tracing-sidecar-unhealthy-service-a", 6)).failures()).containsExactly(
                        "highlands-prod-tracing-sidecar-unhealthy-service-a does not fire within 7m "
                                + "(there is no such alarm in prod)");
    }

    @Test
    void pageThatExpectsNoAlarmOfItsOwnIsRefused() {
        assertThatThrownBy(() -> page("edge-errors", "edge-latency-service-b-service-c", 2))
                .isInstanceOf(ReplayException.class).hasMessage("the page edge-errors expects none of its own alarms "
                        + "but edge-latency-service-b-service-c; allowed: edge-errors or edge-errors-INSTANCE");
    }

    private static Expectation page(String kind, String alarm, int minutes) {
        return new Expectation(kind, List.of(alarm), Duration.ofMinutes(minutes));
    }

    private static String tasks(String name, String service) {
        return "ECS/ContainerInsights " + name + " ClusterName={cluster} ServiceName=" + service;
    }

    private static String hosts(String service) {
        return "AWS/ApplicationELB HealthyHostCount LoadBalancer={load_balancer} TargetGroup={targets_of_" + service
                + "}";
    }

    private static String edge(String name, String caller, String callee) {
        return "AWS/ECS " + name + " ClusterName={cluster} ServiceName=" + caller + " TargetDiscoveryName=" + callee;
    }
}
