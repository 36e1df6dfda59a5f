// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.highlands.local.runbook.Runbook;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

    private final ScriptedTarget target = Pages.target();

    @Test
    void aPageThatHoldsPassesAndItsTimesAreMeasured() {
        Result result = Pages.rehearse(target);

        assertThat(result.failures()).isEmpty();
        assertThat(result.detected()).contains(Duration.ofSeconds(30));
        assertThat(result.recovered()).contains(Duration.ofSeconds(20));
        assertThat(result.replay()).containsExactly("replayed");
        assertThat(target.commands).containsExactly("tasks", "others", "tasks", "others", "mitigate", "served");
    }

    @Test
    void anAlarmThatFiresAfterItsTimeAndOneEvaluationIsTooLate() {
        target.firing.put("no-healthy-host-service-b", 51);

        assertThat(Pages.rehearse(target).failures()).containsExactly(
                "fault and alarm: no-healthy-host-service-b is not in ALARM 50 s after the fault; allowed: 50 s"
                        + " (fires-within 4m, and one evaluation)");
        assertThat(target.injected()).isFalse();
    }

    @Test
    void anAlarmThatFiresWithTheLastEvaluationIsInTime() {
        target.firing.put("no-healthy-host-service-b", 50);

        assertThat(Pages.rehearse(target).failures()).isEmpty();
    }

    @Test
    void aQuestionThatABusyPlatformLeavesUnansweredIsAskedAgain() {
        target.unanswered = 2;

        assertThat(Pages.rehearse(target).failures()).isEmpty();
    }

    @Test
    void threeUnansweredQuestionsInARowEndTheRehearsal() {
        target.unanswered = 3;

        assertThat(Pages.rehearse(target).failures())
                .containsExactly("the rehearsal could not go on: GET /status: Read timed out");
    }

    @Test
    void aHealthyStepWaitsUntilWhatItLooksBackAtIsPast() {
        String command = "events --since \"$(($(date +%s) - 20 * 60))\"";
        target.remembering.put(command, 20 * 60);

        Runbook page = Runbook.parse("no-healthy-host",
                Pages.PAGE.replace("\n   others\n", "\n   " + command + "\n"));

        assertThat(Pages.rehearse(target, page).failures()).isEmpty();
    }

    @Test
    void anAlarmThatThePageDoesNotNameIsAFailure() {
        target.firing.put("latency-slo", 5);
        target.firing.put("saturation-service-c", 33);
        target.answers.put("tasks", "never");

        assertThat(Pages.rehearse(target).failures()).contains(
                "other alarms: saturation-service-c fired, and no-healthy-host.md names it neither in expects nor in"
                        + " may-also-fire: Threshold Crossed")
                .noneMatch(line -> line.contains("latency-slo"));
    }

    @Test
    void aStepThatStaysHealthyUnderTheFaultIsNamedWithItsLine() {
        target.answers.put("tasks", "good 1\n");

        assertThat(Pages.rehearse(target).failures()).containsExactly(
                "diagnosis, sick: step 'tasks-wanted' (no-healthy-host.md:37) is healthy, should be sick: said 'good 1'");
    }

    @Test
    void aStepThatIsSickThoughItsPageSaysOtherwiseIsAFailure() {
        target.answers.remove("others");

        assertThat(Pages.rehearse(target).failures()).singleElement().asString()
                .startsWith("diagnosis, sick: step 'others'").contains("is sick, should be healthy");
    }

    @Test
    void aStepWhoseAnswerMatchesBothPatternsOrNoneTellsNothing() {
        target.answers.put("others", "bad 0\ngood 1\n");
        target.answers.put("tasks", "");

        assertThat(Pages.rehearse(target).failures()).anyMatch(line -> line.contains("both healthy and sick"))
                .anyMatch(line -> line.contains("neither healthy nor sick") && line.endsWith("said nothing"));
    }

    @Test
    void aMitigationThatDoesNothingIsAFailureAndTheFaultIsClearedNevertheless() {
        target.clearing = -1;

        Result result = Pages.rehearse(target);

        assertThat(result.failures())
                .containsExactly("recovery: no-healthy-host-service-b is still in ALARM 70 s after the"
                        + " mitigation; allowed: 70 s (clears-within 6m, and one evaluation)");
        assertThat(target.injected()).isFalse();
    }

    @Test
    void aMitigationThatLeavesTheFaultInjectedIsAFailure() {
        target.mitigates = false;

        assertThat(Pages.rehearse(target).failures()).containsExactly(
                "recovery: the mitigation leaves the fault 'zero-tasks service-b' injected");
        assertThat(target.injected()).isFalse();
    }

    @Test
    void aVerificationThatStaysSickIsAFailure() {
        target.answers.put("served", "bad 0");

        assertThat(Pages.rehearse(target).failures()).singleElement().asString()
                .startsWith("verification: step 'served'").endsWith("allowed: 60 s after the mitigation");
    }

    @Test
    void aFaultThatIsRefusedIsSaidInThePlatformsOwnWords() {
        target.refusal = "no service 'service-b'";

        assertThat(Pages.rehearse(target).failures())
                .containsExactly("the rehearsal could not go on: no service 'service-b'");
    }

    @Test
    void nothingIsInjectedIntoAPlatformThatIsNotSteady() {
        target.unsteady = "service-a has 0 of 1 tasks, not stable";

        assertThat(Pages.rehearse(target).failures())
                .containsExactly("calm: service-a has 0 of 1 tasks, not stable after 300 s");
        assertThat(target.commands).isEmpty();
    }

    @Test
    void theFaultWaitsUntilAPlatformThatHasJustStartedHasBeenCalmForThreeMinutesOfAws() {
        target.steadySince = ScriptedTarget.BEGIN.minusSeconds(4);

        Result result = Pages.rehearse(target);

        assertThat(result.failures()).isEmpty();
        assertThat(result.events()).filteredOn(event -> event.what().equals("calm")).extracting(Event::at)
                .containsExactly(target.steadySince.plusSeconds(30));
    }

    @Test
    void whatSaysThatItFiresInVirtualTimeOnlyIsNotWaitedFor() {
        Runbook page = Runbook.parse("availability-burn-slow", Pages.PAGE
                .replace("alarm: no-healthy-host", "alarm: availability-burn-slow")
                .replace("fires-within: 4m", "fires-within: 2h\n  virtual: true")
                .replace("expects: [no-healthy-host-service-b, availability-burn-fast]",
                        "expects: [availability-burn-slow]")
                .replace("[latency-slo]", "[no-healthy-host-service-b, availability-burn-fast]"));

        Result result = Pages.rehearse(target, page);

        assertThat(result.failures()).isEmpty();
        assertThat(result.detected()).isEmpty();
        assertThat(result.took()).isLessThan(Duration.ofMinutes(2));
    }
}
