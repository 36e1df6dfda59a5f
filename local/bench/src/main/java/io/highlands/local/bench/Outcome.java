// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.load.Answer;

/**
 * What users saw around a fault.
 *
 * @param samples all requests, in the order of their start
 * @param faultAt when the fault began
 * @param faultSeconds how long bringing it about took
 */
record Outcome(List<Answer> samples, Instant faultAt, double faultSeconds) {

    /** The processes of a lost task are killed one after the other: a request within this time met a half-dead one. */
    private static final double DYING_SECONDS = 0.25;

    List<Answer> failed() {
        return samples.stream().filter(answer -> !answer.good()).toList();
    }

    double percentile(double percent) {
        return Figures.percentile(samples.stream().map(Answer::millis).toList(), percent);
    }

    /** A failed request in words that are the same for all that failed alike. */
    static String kind(Answer answer) {
        return answer.status() + " " + answer.detail().replaceAll(",?\"request_id\":\"[^\"]*\"", "");
    }

    /** Whether a request was under way while the task died. */
    boolean wasInFlight(Answer sample) {
        double startedAfter = secondsAfterFault(sample);
        return startedAfter <= faultSeconds + DYING_SECONDS && startedAfter + sample.millis() / 1000 >= 0;
    }

    /** When a request started, in seconds after the fault began. */
    double secondsAfterFault(Answer sample) {
        return Duration.between(faultAt, sample.start()).toNanos() / 1e9;
    }
}
