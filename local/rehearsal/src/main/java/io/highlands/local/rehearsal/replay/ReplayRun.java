// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.MetricSource;
import io.highlands.cloudwatch.model.alarm.RecordedMetric;
import io.highlands.cloudwatch.model.alarm.Timeline;
import io.highlands.cloudwatch.model.alarm.Transition;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.alarms.RecordedAlarms;

/** One replay of a recording through the alarms of an environment, each service in its own place or in another's. */
final class ReplayRun {

    private static final Duration LEAD = Duration.ofMinutes(10);

    private final Timeline timeline;
    private final Instant faultAt;

    private ReplayRun(Timeline timeline, Instant faultAt) {
        this.timeline = timeline;
        this.faultAt = faultAt;
    }

    /**
     * Plays.
     *
     * @param recording what was recorded
     * @param deployed the environment
     * @param places in whose place each service stands
     * @param until how long the fault lasts, in AWS's time
     * @return what the alarms did
     */
    static ReplayRun of(Recording recording, DeployedAlarms deployed, Map<String, String> places, Duration until) {
        TrueTime time = new TrueTime(recording, deployed.longestWindow().plus(LEAD), until);
        SampleScaling scaling = new SampleScaling(recording, deployed.platform());
        Map<MetricName, RecordedSeries> replayed = new HashMap<>();
        recording.series().forEach(series -> replayed.put(DimensionRoles.arranged(series.metric(), places), series));
        Timeline timeline = RecordedAlarms.replay(deployed.alarms(), (metric, unit, statistic) -> source(
                deployed.roles().role(metric), statistic, replayed, time, scaling))
                .between(time.faultAt().minus(LEAD), time.faultAt().plus(until));
        return new ReplayRun(timeline, time.faultAt());
    }

    private static MetricSource source(MetricName metric, Statistic statistic, Map<MetricName, RecordedSeries> replayed,
            TrueTime time, SampleScaling scaling) {
        RecordedSeries series = replayed.get(metric);
        return series == null
                ? RecordedMetric.of(List.of())
                : time.metric(series, statistic, scaling.factor(series.metric(), metric));
    }

    /** {@return whether the alarm was in ALARM when the fault came} */
    boolean stoodBefore(String alarm) {
        return timeline.of(alarm).stream().filter(change -> !change.at().isAfter(faultAt))
                .reduce((first, last) -> last).filter(change -> change.to() == AlarmState.ALARM).isPresent();
    }

    /** {@return time from the fault until the alarm was in ALARM, empty when it never was} */
    Optional<Duration> firedAfter(String alarm) {
        return timeline.of(alarm).stream()
                .filter(change -> change.to() == AlarmState.ALARM && change.at().isAfter(faultAt))
                .map(Transition::at).findFirst().map(at -> Duration.between(faultAt, at));
    }
}
