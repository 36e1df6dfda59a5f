// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DrillSessionTest {

    private final DrillSession one = SamplePlatform.session(SamplePlatform.SLOW);

    private static Instant at(int second) {
        return SamplePlatform.BEGAN.plusSeconds(second);
    }

    private static Look working(int second, Map<String, Instant> alarms) {
        return new Look(at(second), List.of(Optional.empty()), alarms);
    }

    private static Look ended(int second, int ended, Map<String, Instant> alarms) {
        return new Look(at(second), List.of(Optional.of(at(ended))), alarms);
    }

    private DrillResult result() {
        return one.result("local", Optional.empty());
    }

    @Test
    void eachPartOfAnAnswerIsRightOrWrongAndTheTruthIsNotSaid() {
        assertThat(one.say("answer service-b:service-c cpu-stress roll-back", at(30)))
                .containsExactly("where: right, kind: wrong, mitigation: wrong");
        assertThat(one.say("answer service-a latency", at(40))).containsExactly("where: wrong, kind: right");
    }

    @Test
    void itIsOverWhenTheMitigationWorksAndAllIsSaid() {
        one.see(working(10, Map.of("latency-slo", at(8))));
        one.say("answer service-b:service-c latency replace-tasks", at(30));
        one.see(ended(60, 58, Map.of("latency-slo", at(8))));
        one.see(ended(70, 58, Map.of()));
        assertThat(one.isOver()).isFalse();

        assertThat(one.see(ended(90, 58, Map.of()))).containsExactly("the mitigation works");

        assertThat(one.isOver()).isTrue();
        assertThat(result().mitigated()).isTrue();
        assertThat(result().firstAlarm()).contains("latency-slo");
        assertThat(result().times()).isEqualTo(new DrillResult.Times(Optional.of(8L), Optional.of(30L),
                Optional.of(30L), Optional.of(58L), Optional.of(70L)));
        assertThat(result().score()).isEqualTo(new Score(100, 100, 0, 0, 0));
    }

    /** The page of availability-burn-fast begins with it; its windows of hours keep it in ALARM after the end. */
    @Test
    void aBurnRateIsTheFirstAlarmAndDoesNotHinderTheCalm() {
        Map<String, Instant> burning = Map.of("availability-burn-fast", at(9), "availability-burn-slow", at(-60));
        one.see(working(10, burning));
        one.say("answer service-b:service-c latency replace-tasks", at(30));
        one.see(ended(60, 58, burning));

        one.see(ended(80, 58, burning));

        assertThat(one.isOver()).isTrue();
        assertThat(result().firstAlarm()).contains("availability-burn-fast");
        assertThat(result().times().alarm()).contains(9L);
    }

    @Test
    void anAlarmThatComesBackBeforeTheCalmIsOverBeginsItAnew() {
        one.say("answer service-b:service-c latency replace-tasks", at(30));
        one.see(ended(60, 58, Map.of()));
        one.see(ended(70, 58, Map.of("edge-latency", at(69))));
        one.see(ended(81, 58, Map.of()));
        assertThat(one.see(ended(100, 58, Map.of()))).isEmpty();

        assertThat(one.see(ended(101, 58, Map.of()))).isNotEmpty();
    }

    @Test
    void whoMitigatesFirstIsAskedWhatItWas() {
        one.see(ended(20, 18, Map.of()));
        assertThat(one.see(ended(40, 18, Map.of()))).containsExactly(
                "the mitigation works; say what it was, or give-up");
        assertThat(one.isOver()).isFalse();

        one.say("answer service-b:service-c latency replace-tasks", at(50));

        assertThat(one.isOver()).isTrue();
    }

    @Test
    void givenUpItCountsWhatWasFound() {
        one.say("answer service-b:service-c", at(30));

        one.say("give-up", at(40));

        assertThat(one.isOver()).isTrue();
        assertThat(result().mitigated()).isFalse();
        assertThat(result().score().points()).isEqualTo(30);
        assertThat(result().times().mitigated()).isEmpty();
    }

    @Test
    void wrongPartsHintsAndTimeCostPoints() {
        one.see(working(10, Map.of("latency-slo", at(0))));
        one.say("hint", at(20));
        one.say("answer service-a", at(30));
        one.say("answer service-b:service-c latency replace-tasks", at(40));
        one.see(ended(500, 480, Map.of()));
        one.see(ended(520, 480, Map.of()));

        assertThat(result().score()).isEqualTo(new Score(82, 100, 5, 10, 3));
    }

    @Test
    void hintsGoFromTheAlarmToTheServiceAndEnd() {
        assertThat(one.say("hint", at(1))).containsExactly("hint 1 of 3: alarm latency-slo, runbook latency-slo");
        assertThat(one.say("hint", at(2))).containsExactly("hint 2 of 3: runbook latency-slo: slow-calls report it");
        assertThat(one.say("hint", at(3))).containsExactly("hint 3 of 3: tasks of service-c have it");
        assertThat(one.say("hint", at(4))).containsExactly("there are no more hints");
        assertThat(result().score().hints()).isEqualTo(30);
    }

    @Test
    void ofTwoFaultsAnAnswerIsAboutTheOneThatItFits() {
        DrillSession two = SamplePlatform.session(SamplePlatform.SLOW, SamplePlatform.BUSY);

        assertThat(two.say("answer service-a cpu-stress replace-tasks", at(10))).containsExactly(
                "where: right, kind: right, mitigation: right; 1 of 2 faults are not completely found");
        assertThat(two.say("answer service-b:service-c latency replace-tasks", at(20))).containsExactly(
                "where: right, kind: right, mitigation: right; all is said, end it now");
    }

    @Test
    void aWordThatIsNoCommandIsAnsweredWithThoseThatAre() {
        assertThat(one.say("reboot everything", at(1)))
                .containsExactly("'reboot' is not understood; allowed: answer, words, hint, help, give-up");
        assertThat(one.say("answer nowhere", at(2))).singleElement().asString()
                .startsWith("where 'nowhere': allowed are service-a, ");
        assertThat(result().score().wrong()).isZero();
    }

    @Test
    void theReportHasTheTruthTheShortestWayTheTimesAndTheSeed() {
        one.say("answer service-b:service-c", at(30));
        one.say("give-up", at(40));

        assertThat(DrillPage.of(one.result("local",
                Optional.of(new SpentBudget(400, 20, Optional.of(31L), Optional.of(0.001))))))
                .contains("highlands drill --level 1 --seed 7", "## Truth: `latency service-b:service-c delay=3s`",
                        "| detection: every place found | 30 |", "| mitigation: the last fault ended | - |",
                        "2. Diagnosis: `slow-calls`", "3. Mitigation: `replace-tasks`",
                        "20 of 400 requests failed, 31 were slow: 50 times what the objective (99.9 %) allows");
    }
}
