// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Timeline;

import static org.assertj.core.api.Assertions.assertThat;

class TicketsTest {

    private final Story story = new Story("prod");

    @Test
    void failedCallsOfAnEdgeAreATicket() {
        normal(40).with("http.client.request.duration service-b service-a", "60@20x40")
                .with("http.client.request.errors service-b service-a 5xx", "0x20 4x20");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("edge-errors-service-b-service-a");
        assertThat(story.firstStood(timeline, "edge-errors-service-b-service-a")).isEqualTo(22);
    }

    @Test
    void callsThatWereNeverAnsweredHaveFailed() {
        normal(40).with("http.client.request.duration service-b service-a", "60@20x40")
                .with("http.client.request.errors service-b service-a error", "0x20 4x20");

        assertThat(story.standing(story.play())).containsExactly("edge-errors-service-b-service-a");
    }

    @Test
    void ticketStandsWhileAnOpenCircuitFailsTheCalls() {
        normal(40).with("http.client.request.duration service-b service-a", "60@20x20 -x20")
                .with("http.client.request.rejected service-b service-a", "0x20 60x20")
                .with("http.client.circuit.open service-b service-a", "0x20 1x20");

        assertThat(story.standing(story.play())).containsExactly("circuit-open-service-b-service-a",
                "edge-errors-service-b-service-a");
    }

    @Test
    void fewFailedCallsAmongManyAreNoTicket() {
        normal(40).with("http.client.request.duration service-b service-a", "60@20x40")
                .with("http.client.request.errors service-b service-a 5xx", "3x40");

        assertThat(story.standing(story.play())).isEmpty();
    }

    @Test
    void edgeWithoutCallsIsNoTicketWhateverFailedBefore() {
        normal(40).with("http.client.request.duration service-b service-a", "60@20x10 -x30")
                .with("http.client.request.errors service-b service-a 5xx", "60x10 -x30")
                .with("HTTPCode_Target_5XX_Count service-b service-a", "60x10 -x30");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("edge-errors-service-b-service-a");
        assertThat(story.standing(timeline)).isEmpty();
    }

    @Test
    void answersNearTheTimeoutAreATicket() {
        normal(40).with("TargetResponseTime service-b service-a", "50x20 8100x20");

        assertThat(story.told(story.play())).containsExactly("edge-latency-service-b-service-a");
    }

    @Test
    void timeoutOfAnEdgeIsTheCallersTimeoutWhereThatIsShorter() {
        // The mesh would wait 15 s for service-b, and service-a 8
        normal(40).with("TargetResponseTime service-a service-b", "50x20 6500x20");

        assertThat(story.told(story.play())).containsExactly("edge-latency-service-a-service-b");
    }

    @Test
    void failuresThatNoTaskMadeAreTheProxys() {
        normal(40).with("http.client.request.duration service-b service-c", "1000@20x40")
                .with("http.client.request.errors service-b service-c 5xx", "0x20 20x20")
                .with("HTTPCode_Target_5XX_Count service-b service-c", "0x20 10x20");

        assertThat(story.told(story.play())).containsExactly("proxy-made-errors-service-b-service-c");
    }

    @Test
    void failuresThatTheCalleeMadeAreNotTheProxys() {
        normal(40).with("http.client.request.duration service-b service-c", "1000@20x40")
                .with("http.client.request.errors service-b service-c 5xx", "0x20 20x20")
                .with("HTTPCode_Target_5XX_Count service-b service-c", "0x20 40x20")
                .with("HTTPCode_Target_2XX_Count service-b service-c", "960x40");

        assertThat(story.standing(story.play())).isEmpty();
    }

    @Test
    void taskThatIsMissingForLongIsATicket() {
        normal(40).with("RunningTaskCount service-c", "2x20 1x20");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("tasks-below-desired-service-c");
        assertThat(story.firstStood(timeline, "tasks-below-desired-service-c")).isEqualTo(23);
    }

    /**
     * Container Insights sends nothing of a service without a RUNNING task (ECS developer guide,
     * cloudwatch-container-insights), and a missing point counts only where fewer real ones than N are in the evaluation
     * range, which is longer than N (CloudWatch user guide, alarms-and-missing-data).
     */
    @Test
    void serviceWithoutAnyTaskIsATicketWithinTheTimeOfItsRunbook() {
        withoutTasks(normal(40), "2x20 -x20");

        Timeline timeline = story.play();

        assertThat(story.standing(timeline)).containsExactly("tasks-below-desired-service-c");
        assertThat(story.firstStood(timeline, "tasks-below-desired-service-c")).isEqualTo(25)
                .isLessThanOrEqualTo(20 + Runbook.of("tasks-below-desired").firesWithinMinutes());
    }

    @Test
    void tasksThatComeBackEndTheTicket() {
        withoutTasks(normal(60), "2x20 -x20 2x20");

        assertThat(story.standing(story.play())).isEmpty();
    }

    @Test
    void fourLateMinutesOfContainerInsightsAreNoTicket() {
        withoutTasks(normal(40), "2x20 -x4 2x16");

        assertThat(story.firstStood(story.play(), "tasks-below-desired-service-c")).isEqualTo(-1);
    }

    @Test
    void firstPointOfANewEnvironmentKeepsItsAlarmQuiet() {
        normal(40);

        assertThat(story.firstStood(story.play(), "tasks-below-desired-service-c")).isEqualTo(-1);
    }

    @Test
    void serviceThatRunsAndPublishesNothingIsATicket() {
        normal(60).with("telemetry.publish.failures service-a", "0x20 -x40");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("telemetry-silent-service-a");
        assertThat(story.firstStood(timeline, "telemetry-silent-service-a")).isEqualTo(25);
        assertThat(story.standing(timeline)).containsExactly("telemetry-silent-service-a");
    }

    @Test
    void serviceWithoutTasksIsNotCalledSilent() {
        withoutTasks(normal(40), "2x20 -x20");

        assertThat(story.firstStood(story.play(), "telemetry-silent-service-c")).isEqualTo(-1);
    }

    @Test
    void startOfATaskBeforeItsFirstStepIsNoTicket() {
        normal(40).with("telemetry.publish.failures service-a", "0x20 -x3 0x17");

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void oneFailedCallAmongThreeIsNoTicket() {
        normal(40).with("http.client.request.duration service-b service-a", "3@20x40")
                .with("http.client.request.errors service-b service-a 5xx", "0x20 1x20");

        assertThat(story.firstStood(story.play(), "edge-errors-service-b-service-a")).isEqualTo(-1);
    }

    @Test
    void moreTasksThanDeclaredAreWantedWhereItScales() {
        normal(40).with("RunningTaskCount service-c", "2x20 3x20").with("DesiredTaskCount service-c", "2x20 5x20");

        assertThat(story.standing(story.play())).containsExactly("tasks-below-desired-service-c");
    }

    @Test
    void taskThatIsReplacedInTwoMinutesIsNoTicket() {
        normal(40).with("RunningTaskCount service-c", "2x20 1x2 2x18");

        assertThat(story.standing(story.play())).isEmpty();
    }

    @Test
    void fullProcessorMemoryOrHeapIsATicket() {
        normal(40).with("CPUUtilization service-a", "20x20 95x20").with("MemoryUtilization service-b", "20x20 95x20")
                .with("jvm.memory.used service-c", "20x20 95x20").with("jvm.memory.limit service-c", "100x40");

        assertThat(story.told(story.play())).containsExactlyInAnyOrder("saturation-service-a", "saturation-service-b",
                "saturation-service-c");
    }

    @Test
    void fourBusyMinutesAreNoTicket() {
        normal(40).with("CPUUtilization service-a", "20x20 95x4 20x16");

        assertThat(story.standing(story.play())).isEmpty();
    }

    @Test
    void deploymentThatWasRolledBackIsATicketThoughItIsOver() {
        normal(60).with("deployment.failed", "-x20 1 -x39");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("deployment-rolled-back");
        assertThat(story.standing(timeline)).isEmpty();
    }

    @Test
    void sidecarThatIsUnhealthyIsATicketWhereThereIsOne() {
        var traced = new Story(TemplateAlarms.traced());
        Normal.tell(traced, 40).with("UnHealthyContainerHealthStatus service-a datadog-agent", "0x20 1x20");

        assertThat(traced.told(traced.play())).containsExactly("tracing-sidecar-unhealthy-service-a");
        assertThat(TemplateAlarms.of("prod").all().map(TemplateAlarms::name)).noneMatch(it -> it.contains("sidecar"));
    }

    @Test
    void ticketWaitsWhileAPageStandsAndIsToldWhenItIsOver() {
        normal(60).with("HealthyHostCount entry service-b", "2x20 0x20 2x20").with("RunningTaskCount service-c",
                "2x20 1x40");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("no-healthy-host-service-b",
                "tasks-below-desired-service-c");
        assertThat(timeline.actions()).filteredOn(action -> action.alarm().endsWith("tasks-below-desired-service-c")
                && action.state() == AlarmState.ALARM)
                .singleElement().satisfies(action -> assertThat(action.at()).isAfter(Story.minute(40)));
    }

    @Test
    void ticketThatEndsWithThePageIsNeverTold() {
        normal(60).with("HealthyHostCount entry service-b", "2x20 0x20 2x20").with("RunningTaskCount service-c",
                "2x20 1x20 2x20");

        assertThat(story.told(story.play())).containsExactly("no-healthy-host-service-b");
    }

    @Test
    void guardStandsWhileTheServiceItselfAnswersWithErrors() {
        normal(40).with("HTTPCode_Target_5XX_Count entry service-b", "0x20 10x20")
                .with("HTTPCode_Target_2XX_Count entry service-b", "60x40");

        assertThat(story.standing(story.play())).containsExactly("deployment-guard-service-b");
    }

    /** In a deployment at night: a third of three is more than 10 %, and says nothing. */
    @Test
    void oneFailureAmongThreeRequestsRollsNothingBack() {
        normal(40).with("HTTPCode_Target_5XX_Count entry service-b", "0x20 1x20")
                .with("HTTPCode_Target_2XX_Count entry service-b", "3x20 2x20");

        assertThat(story.firstStood(story.play(), "deployment-guard-service-b")).isEqualTo(-1);
    }

    @Test
    void guardOfAServiceBehindTheMeshAsksItsCallers() {
        normal(40).with("HTTPCode_Target_5XX_Count service-b service-c", "0x20 30x20")
                .with("HTTPCode_Target_2XX_Count service-b service-c", "60x40");

        Timeline timeline = story.play();

        assertThat(story.standing(timeline)).containsExactly("deployment-guard-service-c");
        assertThat(story.told(timeline)).isEmpty();
    }

    private static void withoutTasks(Story story, String tasks) {
        story.with("RunningTaskCount service-c", tasks).with("DesiredTaskCount service-c", tasks)
                .with("telemetry.publish.failures service-c", tasks.replace("2x", "0x"));
    }

    private Story normal(int minutes) {
        return Normal.tell(story, minutes);
    }
}
