// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.highlands.local.runbook.Runbook;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

    private final ScriptedStage stage = Pages.stage();

    @Test
    void aPageThatHoldsPassesAndItsTimesAreMeasured() {
        Result result = Pages.rehearse(stage);

        assertThat(result.failures()).isEmpty();
        assertThat(result.detected()).contains(Duration.ofSeconds(30));
        assertThat(result.recovered()).contains(Duration.ofSeconds(20));
        assertThat(result.replay()).containsExactly("replayed");
        assertThat(stage.commands).containsExactly("tasks", "others", "tasks", "others", "mitigate", "served");
    }

    @Test
    void anAlarmThatFiresAfterItsTimeAndOneEvaluationIsTooLate() {
        stage.firing.put("no-healthy-host-service-b", 51);

        assertThat(Pages.rehearse(stage).failures()).containsExactly(
                "fault and alarm: no-healthy-host-service-b does not stand 50 s after the fault; allowed: 50 s"
                        + " (fires-within 4m, and one evaluation)");
        assertThat(stage.injected()).isFalse();
    }

    @Test
    void anAlarmThatFiresWithTheLastEvaluationIsInTime() {
        stage.firing.put("no-healthy-host-service-b", 50);

        assertThat(Pages.rehearse(stage).failures()).isEmpty();
    }

    @Test
    void anAlarmThatThePageDoesNotNameIsAFailure() {
        stage.firing.put("latency-slo", 5);
        stage.firing.put("saturation-service-c", 33);
        stage.answers.put("tasks", "never");

        assertThat(Pages.rehearse(stage).failures()).contains(
                "other alarms: saturation-service-c fired, and no-healthy-host.md names it neither in expects nor in"
                        + " may-also-fire: Threshold Crossed")
                .noneMatch(line -> line.contains("latency-slo"));
    }

    @Test
    void aStepThatStaysHealthyUnderTheFaultIsNamedWithItsLine() {
        stage.answers.put("tasks", "good 1\n");

        assertThat(Pages.rehearse(stage).failures()).containsExactly(
                "diagnosis, sick: step 'tasks-wanted' (no-healthy-host.md:37) is healthy, should be sick: said 'good 1'");
    }

    @Test
    void aStepThatIsSickThoughItsPageSaysOtherwiseIsAFailure() {
        stage.answers.remove("others");

        assertThat(Pages.rehearse(stage).failures()).singleElement().asString()
                .startsWith("diagnosis, sick: step 'others'").contains("is sick, should be healthy");
    }

    @Test
    void aStepWhoseAnswerMatchesBothPatternsOrNoneTellsNothing() {
        stage.answers.put("others", "bad 0\ngood 1\n");
        stage.answers.put("tasks", "");

        assertThat(Pages.rehearse(stage).failures()).anyMatch(line -> line.contains("both healthy and sick"))
                .anyMatch(line -> line.contains("neither healthy nor sick") && line.endsWith("said nothing"));
    }

    @Test
    void aMitigationThatDoesNothingIsAFailureAndTheFaultIsClearedNevertheless() {
        stage.clearing = -1;

        Result result = Pages.rehearse(stage);

        assertThat(result.failures()).containsExactly("recovery: no-healthy-host-service-b still stands 70 s after the"
                + " mitigation; allowed: 70 s (clears-within 6m, and one evaluation)");
        assertThat(stage.injected()).isFalse();
    }

    @Test
    void aMitigationThatLeavesTheFaultInjectedIsAFailure() {
        stage.mitigates = false;

        assertThat(Pages.rehearse(stage).failures()).containsExactly(
                "recovery: the mitigation leaves the fault 'zero-tasks service-b' injected");
        assertThat(stage.injected()).isFalse();
    }

    @Test
    void aVerificationThatStaysSickIsAFailure() {
        stage.answers.put("served", "bad 0");

        assertThat(Pages.rehearse(stage).failures()).singleElement().asString()
                .startsWith("verification: step 'served'").endsWith("allowed: 60 s after the mitigation");
    }

    @Test
    void aFaultThatIsRefusedIsSaidInThePlatformsOwnWords() {
        stage.refusal = "no service 'service-b'";

        assertThat(Pages.rehearse(stage).failures())
                .containsExactly("the rehearsal could not go on: no service 'service-b'");
    }

    @Test
    void nothingIsInjectedIntoAPlatformThatIsNotSteady() {
        stage.unsteady = "service-a has 0 of 1 tasks, not stable";

        assertThat(Pages.rehearse(stage).failures())
                .containsExactly("calm: service-a has 0 of 1 tasks, not stable after 300 s");
        assertThat(stage.commands).isEmpty();
    }

    @Test
    void theFaultWaitsUntilAPlatformThatHasJustStartedHasBeenCalmForThreeMinutesOfAws() {
        stage.steadySince = ScriptedStage.BEGIN.minusSeconds(4);

        Result result = Pages.rehearse(stage);

        assertThat(result.failures()).isEmpty();
        assertThat(result.events()).filteredOn(event -> event.what().equals("calm")).extracting(Event::at)
                .containsExactly(stage.steadySince.plusSeconds(30));
    }

    @Test
    void whatSaysThatItFiresInVirtualTimeOnlyIsNotWaitedFor() {
        Runbook page = Runbook.parse("availability-burn-slow", Pages.PAGE
                .replace("alarm: no-healthy-host", "alarm: availability-burn-slow")
                .replace("fires-within: 4m", "fires-within: 2h\n  virtual: true")
                .replace("expects: [no-healthy-host-service-b, availability-burn-fast]",
                        "expects: [availability-burn-slow]")
                .replace("[latency-slo]", "[no-healthy-host-service-b, availability-burn-fast]"));

        Result result = Pages.rehearse(stage, page);

        assertThat(result.failures()).isEmpty();
        assertThat(result.detected()).isEmpty();
        assertThat(result.took()).isLessThan(Duration.ofMinutes(2));
    }
}
