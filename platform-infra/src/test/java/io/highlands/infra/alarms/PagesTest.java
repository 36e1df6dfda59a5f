// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Timeline;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTest {

    private final Story story = new Story("prod");

    @Test
    void outagePagesWithinMinutesAndClearsSoonAfter() {
        healthy(600);
        entry("1000x120 1000x15 1000x465", "-x120 1000x15 -x465", "-x600");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("availability-burn-fast");
        assertThat(story.firstStood(timeline, "availability-burn-fast")).isBetween(121L, 123L);
        assertThat(timeline.of("highlands-prod-availability-burn-fast").getLast().at())
                .isBefore(Story.minute(142));
        assertThat(story.standing(timeline)).doesNotContain("availability-burn-fast");
    }

    @Test
    void errorsJustAboveTheFastRatePageWithinTheHour() {
        healthy(240);
        entry("1000x240", "-x120 20x120", "-x240");

        // 20 times the budget for x of 60 minutes is 14.4 times for all of them when x is 43.2
        assertThat(story.firstStood(story.play(), "availability-burn-fast")).isEqualTo(164);
    }

    @Test
    void outageWithoutAnyTargetPagesThoughNoRequestIsCounted() {
        healthy(60);
        entry("1000x30 -x30", "-x60", "-x30 1000x30");

        Timeline timeline = story.play();

        assertThat(story.firstStood(timeline, "availability-burn-fast")).isBetween(31L, 33L);
        assertThat(story.standing(timeline)).contains("availability-burn-fast");
    }

    @Test
    void fewErrorsForHoursPageSlowly() {
        healthy(900);
        entry("1000x900", "0x300 10x600", "-x900");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("availability-burn-slow");
        // 10 times the budget for x of 360 minutes is 6 times for all of them when x is 216
        assertThat(story.firstStood(timeline, "availability-burn-slow")).isBetween(516L, 520L);
    }

    @Test
    void outagePagesOnceThoughItBurnsSlowlyToo() {
        healthy(300);
        entry("1000x300", "-x240 500x60", "-x300");

        Timeline timeline = story.play();

        assertThat(story.standing(timeline)).contains("availability-burn-fast", "availability-burn-slow");
        assertThat(story.told(timeline)).contains("availability-burn-fast")
                .doesNotContain("availability-burn-slow");
    }

    @Test
    void errorsWithinTheBudgetPageNobody() {
        healthy(480);
        entry("1000x480", "0.9x480", "-x480");

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void spikeThatIsOverPagesNobody() {
        healthy(480);
        entry("10000x480", "-x240 2000x1 -x239", "-x480");

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void fewRequestsOfANightPageNobody() {
        healthy(120);
        entry("-x60 3 -x59", "-x60 3 -x59", "-x120");

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void noTrafficPagesNobody() {
        healthy(120);

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void targetGroupWithoutHealthyTaskPages() {
        healthy(30).with("HealthyHostCount entry service-b", "2x20 0x10");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("no-healthy-host-service-b");
        assertThat(story.firstStood(timeline, "no-healthy-host-service-b")).isEqualTo(21);
    }

    @Test
    void targetGroupThatHasNoTargetAtAllIsSilentAndPages() {
        healthy(30).with("HealthyHostCount entry service-b", "2x20 -x10");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("no-healthy-host-service-b");
        assertThat(story.firstStood(timeline, "no-healthy-host-service-b")).isEqualTo(23);
    }

    @Test
    void oneTaskThatIsLeftPagesNobody() {
        healthy(30).with("HealthyHostCount entry service-b", "2x20 1x10");

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void healthyTaskEndsThePage() {
        healthy(30).with("HealthyHostCount entry service-b", "2x10 0x5 1x15");

        Timeline timeline = story.play();

        assertThat(timeline.states()).containsEntry("highlands-prod-no-healthy-host-service-b", AlarmState.OK);
        assertThat(timeline.of("highlands-prod-no-healthy-host-service-b").getLast().at())
                .isEqualTo(Story.minute(16));
    }

    @Test
    void twoLateMinutesPageNobody() {
        healthy(30).with("HealthyHostCount entry service-b", "2x20 -x2 2x8");

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void manySlowRequestsPage() {
        healthy(180).with("RequestCount entry", "1000x180");
        story.with("TargetResponseTime entry", "1000@0.1x120 1000@3x60");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).containsExactly("latency-slo");
        // 14.4 % of an hour is 8.64 minutes
        assertThat(story.firstStood(timeline, "latency-slo")).isEqualTo(129);
    }

    @Test
    void aFifthOfSlowRequestsPagesWithinTheHour() {
        healthy(240).with("RequestCount entry", "1000x240");
        story.with("TargetResponseTime entry", "1000@0.1x120 800@0.1+200@3x120");

        assertThat(story.firstStood(story.play(), "latency-slo")).isEqualTo(164);
    }

    @Test
    void slowRequestsWithinTheObjectivePageNobody() {
        healthy(180).with("RequestCount entry", "1000x180");
        story.with("TargetResponseTime entry", "1000@0.9x180");

        assertThat(story.told(story.play())).isEmpty();
    }

    @Test
    void requestsThatNobodyAnsweredAreNoSlowOnes() {
        healthy(180).with("RequestCount entry", "1000x180");

        assertThat(story.told(story.play())).isEmpty();
    }

    /** 1 of 69 is 14.5 times the budget of 0.1 %, and one user who had bad luck. */
    @Test
    void oneFailureAmong69RequestsOfAnHourPagesNobody() {
        healthy(120);
        entry("1x59 10 1x60", "-x59 1 -x60", "-x120");

        neverStood("availability-burn-fast", "availability-burn-slow");
    }

    @Test
    void twoSlowRequestsAmong12PageNobody() {
        healthy(120).with("RequestCount entry", "-x60 12 -x59");
        story.with("TargetResponseTime entry", "-x60 10@0.1+2@3 -x59");

        neverStood("latency-slo");
    }

    /** 14 * (100 - 100 * 9 / 14) is 499.999... in double precision, and five slow requests are enough. */
    @Test
    void fiveSlowRequestsAmong14Page() {
        healthy(120).with("RequestCount entry", "-x60 14 -x59");
        story.with("TargetResponseTime entry", "-x60 9@0.1+5@3 -x59");

        assertThat(story.told(story.play())).containsExactly("latency-slo");
    }

    @Test
    void fourSlowRequestsAmong14PageNobody() {
        healthy(120).with("RequestCount entry", "-x60 14 -x59");
        story.with("TargetResponseTime entry", "-x60 10@0.1+4@3 -x59");

        neverStood("latency-slo");
    }

    /**
     * HTTPCode_ELB_5XX_Count has 501, 505 and 561 too (Elastic Load Balancing, load-balancer-cloudwatch-metrics): answers to
     * what a stranger sends.
     */
    @Test
    void ten501sOfTheLoadBalancerPageNobody() {
        healthy(120);
        entry("2x120", "-x120", "-x120");
        story.withUnasked("HTTPCode_ELB_5XX_Count entry", "-x60 10 -x59");

        neverStood("availability-burn-fast", "availability-burn-slow");
    }

    @Test
    void outageOfAServiceWithFewRequestsPages() {
        healthy(120);
        entry("3x60 -x60", "-x120", "-x60 3x60");

        Timeline timeline = story.play();

        assertThat(story.told(timeline)).contains("availability-burn-fast");
        assertThat(story.firstStood(timeline, "availability-burn-fast")).isBetween(62L, 64L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "502", "503", "504"})
    void everyFailureOfTheLoadBalancersOwnIsAnOutage(String status) {
        healthy(60);
        story.with("RequestCount entry", "100x30 -x30").with("HTTPCode_ELB_" + status + "_Count entry", "-x30 100x30");

        assertThat(story.told(story.play())).contains("availability-burn-fast");
    }

    private void neverStood(String... alarms) {
        Timeline timeline = story.play();

        assertThat(alarms).allSatisfy(alarm -> assertThat(story.firstStood(timeline, alarm)).as(alarm).isEqualTo(-1));
        assertThat(story.told(timeline)).isEmpty();
    }

    private Story healthy(int minutes) {
        return Normal.tell(story, minutes);
    }

    private void entry(String requests, String targetErrors, String balancerErrors) {
        story.with("RequestCount entry", requests).with("HTTPCode_Target_5XX_Count entry", targetErrors)
                .with("HTTPCode_ELB_503_Count entry", balancerErrors);
    }
}
