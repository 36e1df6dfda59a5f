// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Where the time of one request went. */
class SplitTest {

    private static final double EXACT = 0.001;

    @Test
    void thePartsAreThoseOfEachPlaceAndAddUpToTheWhole() {
        Split split = new Sample().called("r", 110).served("r", 3, 2, 90).asked("r", 4, 3, 10, 30)
                .split(Sample.line("r", 200, 100));

        assertThat(split.total()).isEqualTo(110, within(EXACT));
        assertThat(split.waiting().orElseThrow()).isEqualTo(10, within(EXACT));
        assertThat(split.proxy()).isEqualTo(10, within(EXACT));
        assertThat(split.own()).isEqualTo(60, within(EXACT));
        assertThat(split.upstreams()).isEqualTo(30, within(EXACT));
    }

    @Test
    void concurrentCallsOfTheCalleeAreCountedOnce() {
        Split split = new Sample().called("r", 110).served("r", 3, 0, 90).asked("r", 4, 3, 10, 30)
                .asked("r", 5, 3, 20, 40).split(Sample.line("r", 200, 100));

        assertThat(split.upstreams()).isEqualTo(50, within(EXACT));
        assertThat(split.own()).isEqualTo(40, within(EXACT));
    }

    @Test
    void clocksThatDifferChangeNothing() {
        Split right = new Sample().called("r", 110).served("r", 3, 2, 90).asked("r", 4, 3, 12, 30)
                .split(Sample.line("r", 200, 100));
        Split skewed = new Sample().called("r", 110).served("r", 3, -3_600_000, 90)
                .asked("r", 4, 3, -3_600_000 + 10, 30).split(Sample.line("r", 200, 100));

        assertThat(skewed).isEqualTo(right);
    }

    @Test
    void retriesCountWithTheTimeOfAllAttempts() {
        Split split = new Sample().called("r", 110).served("r", 3, 0, 40).served("r", 4, 45, 50)
                .split(Sample.line("r", 200, 100));

        assertThat(split.attempts()).isEqualTo(2);
        assertThat(split.own()).isEqualTo(90, within(EXACT));
        assertThat(split.proxy()).isEqualTo(10, within(EXACT));
    }

    @Test
    void callsOfAnAttemptAreNotThoseOfAnother() {
        Split split = new Sample().called("r", 110).served("r", 3, 0, 40).served("r", 4, 45, 50)
                .asked("r", 5, 99, 10, 20).asked("r", 6, 99, 60, 20).split(Sample.line("r", 200, 100));

        assertThat(split.upstreams()).isEqualTo(40, within(EXACT));
    }

    @Test
    void callsThatCouldBeThoseOfTwoAttemptsLeaveTheSplitUnknown() {
        Sample sample = new Sample().called("r", 110).served("r", 3, 0, 40).served("r", 4, 20, 50)
                .asked("r", 5, 99, 30, 5);

        Slow slow = sample.slow(Sample.line("r", 200, 100));

        assertThat(slow.trace()).contains(Sample.trace("r"));
        assertThat(slow.split()).isEmpty();
    }

    @Test
    void aCalleeThatGoesOnAfterTheProxyGaveUpCountsUntilThen() {
        Split split = new Sample().called("r", 101).served("r", 3, 0, 400).asked("r", 4, 3, 20, 300)
                .split(Sample.byProxy("r", 504, 100));

        assertThat(split.overran()).isTrue();
        assertThat(split.own()).isEqualTo(20, within(EXACT));
        assertThat(split.upstreams()).isEqualTo(80, within(EXACT));
        assertThat(split.proxy()).isZero();
    }

    @Test
    void aSpanThatEndsAfterItsAnswerIsNoOverrun() {
        Split split = new Sample().called("r", 110).served("r", 3, 0, 105).split(Sample.line("r", 200, 100));

        assertThat(split.overran()).isFalse();
        assertThat(split.own()).isEqualTo(100, within(EXACT));
    }

    @Test
    void theAccessLogsWholeMillisecondsAreNoOverrun() {
        Split split = new Sample().called("r", 6.2).served("r", 3, 0, 5.7).split(Sample.line("r", 200, 5));

        assertThat(split.overran()).isFalse();
        assertThat(split.own()).isEqualTo(5.7, within(EXACT));
        assertThat(split.waiting().orElseThrow()).isEqualTo(0.5, within(EXACT));
    }

    @Test
    void withoutTheCallersSpanTheProxyLineIsTheWhole() {
        Split split = new Sample().served("r", 3, 0, 90).split(Sample.line("r", 200, 100));

        assertThat(split.total()).isEqualTo(100);
        assertThat(split.waiting()).isEmpty();
        assertThat(split.proxy()).isEqualTo(10, within(EXACT));
    }

    @Test
    void withoutTheCalleesSpansThereIsATraceAndNoSplit() {
        Slow slow = new Sample().called("r", 110).slow(Sample.line("r", 200, 100));

        assertThat(slow.trace()).contains(Sample.trace("r"));
        assertThat(slow.split()).isEmpty();
    }

    @Test
    void twoCallsOfTheCalleeAtOnceWithinOneRequestAreNotJoined() {
        Slow slow = new Sample().called("r", 110).served("r", 3, 0, 90).calledAgain("r", 7, 0.4, 50)
                .slow(Sample.line("r", 200, 100));

        assertThat(slow.trace()).contains(Sample.trace("r"));
        assertThat(slow.split()).isEmpty();
    }

    @Test
    void ofTwoCallsOfTheCalleeOneAfterTheOtherTheCallersOwnClockDecides() {
        Split split = new Sample().called("r", 110).served("r", 3, 0, 90).calledAgain("r", 7, 120, 50)
                .split(Sample.line("r", 200, 100));

        assertThat(split.own()).isEqualTo(90, within(EXACT));
    }
}
