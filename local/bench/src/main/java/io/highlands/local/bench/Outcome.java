// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What users saw around a fault.
 *
 * @param samples all requests, in the order of their start
 * @param faultAt when the fault began
 * @param faultSeconds how long bringing it about took
 */
record Outcome(List<Load.Sample> samples, Instant faultAt, double faultSeconds) {

    /** The processes of a lost task are killed one after the other: a request within this time met a half-dead one. */
    private static final double DYING_SECONDS = 0.25;

    List<Load.Sample> failed() {
        return samples.stream().filter(Load.Sample::failed).toList();
    }

    double percentile(double percent) {
        return Figures.percentile(samples.stream().map(Load.Sample::millis).toList(), percent);
    }

    /** Whether a request was under way while the task died. */
    boolean wasInFlight(Load.Sample sample) {
        double startedAfter = secondsAfterFault(sample);
        return startedAfter <= faultSeconds + DYING_SECONDS && startedAfter + sample.millis() / 1000 >= 0;
    }

    /** When a request started, in seconds after the fault began. */
    double secondsAfterFault(Load.Sample sample) {
        return Duration.between(faultAt, sample.start()).toNanos() / 1e9;
    }
}
