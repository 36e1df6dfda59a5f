// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.highlands.cloudwatch.model.alarm.RecordedMetric;
import io.highlands.cloudwatch.model.statistics.Datum;
import io.highlands.cloudwatch.model.statistics.Statistic;

/**
 * A recording as it would have passed in AWS. A step becomes as many times longer as time passed faster, and keeps what
 * was published in it: a minute of this time has the requests of ten seconds. Before the recording the calm stretch is
 * repeated, so that long windows begin full; after it the fault's later half is, as the fault lasts until somebody ends it.
 */
final class TrueTime {

    private final Recording recording;
    private final Duration step;
    private final Instant from;
    private final int before;
    private final int after;

    /**
     * Stretches a recording.
     *
     * @param recording what was recorded
     * @param before how much of AWS's time is needed before it
     * @param after how much of AWS's time is needed after the fault
     */
    TrueTime(Recording recording, Duration before, Duration after) {
        this.recording = recording;
        this.step = recording.step().multipliedBy(recording.timeScale());
        this.from = recording.from().truncatedTo(ChronoUnit.MINUTES);
        this.before = steps(before);
        this.after = Math.max(recording.steps(), recording.calmSteps() + 1 + steps(after));
    }

    private int steps(Duration length) {
        return Math.toIntExact(Math.ceilDiv(length.toMillis(), step.toMillis()));
    }

    /** {@return when the fault was injected} */
    Instant faultAt() {
        return from.plus(Duration.between(recording.from(), recording.faultAt()).multipliedBy(recording.timeScale()));
    }

    /**
     * A series as a metric.
     *
     * @param series the series
     * @param statistic what will be asked of it
     * @param factor what its samples are multiplied by
     * @return the metric
     */
    RecordedMetric metric(RecordedSeries series, Statistic statistic, double factor) {
        List<Datum> data = new ArrayList<>();
        for (int index = -before; index < after; index++) {
            Bucket bucket = series.buckets().get(recorded(index));
            if (bucket != null) {
                data.add(new Datum(from.plus(step.multipliedBy(index)), bucket.times(factor).samples(statistic)));
            }
        }
        return RecordedMetric.of(data);
    }

    /** The step of the recording that stands for a step of this time. */
    private int recorded(int index) {
        if (index < 0) {
            return Math.floorMod(index, recording.calmSteps());
        }
        int steps = recording.steps();
        if (index < steps) {
            return index;
        }
        int repeated = Math.max(1, (steps - recording.calmSteps()) / 2);
        return steps - repeated + (index - steps) % repeated;
    }
}
