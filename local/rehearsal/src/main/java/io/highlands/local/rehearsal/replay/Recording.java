// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * What alarms look at, recorded around a fault. The recording ends before the mitigation: all after {@code faultAt} is
 * what the fault looks like. Series are named by role and not by environment, so that a recording stands for itself.
 *
 * @param from when it begins, a multiple of {@code step} of the clock; nothing was wrong then
 * @param faultAt when the fault was injected, at least one step later
 * @param to when it ends, at least one step after {@code faultAt}
 * @param timeScale how many times faster than in AWS periods passed
 * @param step time between two data points; {@code step} times {@code timeScale} divides a minute
 * @param series what was recorded
 */
public record Recording(Instant from, Instant faultAt, Instant to, int timeScale, Duration step,
        List<RecordedSeries> series) {

    private static final long MINUTE = 60;

    /** Checks the moments and copies the list. */
    public Recording {
        if (step.toSeconds() < 1 || MINUTE % (step.toSeconds() * timeScale) != 0) {
            throw new ReplayException("steps of " + step.toSeconds() + " s at time scale " + timeScale
                    + " are no part of a minute; allowed: such whose product divides 60");
        }
        if (Duration.between(from, faultAt).compareTo(step) < 0 || Duration.between(faultAt, to).compareTo(step) < 0) {
            throw new ReplayException("the recording from " + from + " to " + to + " has a fault at " + faultAt
                    + "; allowed: a step of " + step.toSeconds() + " s at least before it and after it");
        }
        series = List.copyOf(series);
    }

    /** {@return the steps before the one in which the fault was injected} */
    int calmSteps() {
        return steps(faultAt);
    }

    /** {@return all whole steps} */
    int steps() {
        return steps(to);
    }

    private int steps(Instant until) {
        return Math.toIntExact(Duration.between(from, until).dividedBy(step));
    }

    /** {@return the series of that name, if anything was published of it} */
    Optional<RecordedSeries> find(MetricName metric) {
        return series.stream().filter(one -> one.metric().equals(metric)).findFirst();
    }
}
