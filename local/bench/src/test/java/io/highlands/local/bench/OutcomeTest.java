// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.load.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeTest {

    private static final Instant FAULT = Instant.parse("2026-01-01T00:00:10Z");

    @Test
    void anAnswerOtherThan200Failed() {
        Outcome outcome = new Outcome(List.of(sample(0, 200, 5), sample(1, 502, 5), sample(2, 0, 5)), FAULT, 0);

        assertThat(outcome.failed()).extracting(Answer::status).containsExactly(502, 0);
    }

    @Test
    void aRequestSentBeforeTheFaultAndAnsweredAfterItWasInFlight() {
        assertThat(new Outcome(List.of(), FAULT, 0).wasInFlight(sample(-1, 502, 1_500))).isTrue();
    }

    @Test
    void aRequestAnsweredBeforeTheFaultWasNotInFlight() {
        assertThat(new Outcome(List.of(), FAULT, 0).wasInFlight(sample(-1, 502, 500))).isFalse();
    }

    @Test
    void aRequestSentLongAfterTheFaultWasNotInFlight() {
        assertThat(new Outcome(List.of(), FAULT, 0).wasInFlight(sample(1, 502, 5))).isFalse();
    }

    private static Answer sample(double secondsAfterFault, int status, double millis) {
        return new Answer("/", FAULT.plusNanos((long) (secondsAfterFault * 1e9)), status, millis, "");
    }
}
