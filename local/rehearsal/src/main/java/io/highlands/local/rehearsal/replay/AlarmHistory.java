// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Timeline;
import io.highlands.cloudwatch.model.alarm.Transition;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.RecordedAlarms;

/** What the running platform has published, evaluated by the alarms of its environment and by changed ones. */
public final class AlarmHistory {

    /** How long nothing at all is published, in AWS's time, before the platform is taken to have been down. */
    private static final Duration DOWN = Duration.ofMinutes(5);
    /** From the first data on, in AWS's time, until alarms are evaluated: all metrics have then been published once. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final DeployedAlarms now;
    private final DeployedAlarms changed;
    private final PublishedMetrics published;
    private final Instant since;

    private AlarmHistory(DeployedAlarms now, DeployedAlarms changed, PublishedMetrics published, Instant since) {
        this.now = now;
        this.changed = changed;
        this.published = published;
        this.since = since;
    }

    /**
     * Reads what the alarms watch, from the running platform.
     *
     * @param apis where the running platform serves AWS's APIs
     * @param running the cloud assembly of what runs
     * @param changed the cloud assembly of the same environment with other settings
     * @param since the beginning, by this machine's clock; what long windows need is read from before it
     * @param until the end
     * @param timeScale how many times faster than in AWS metrics are published
     * @return the history
     * @throws io.highlands.local.error.UserError in one line, when an assembly cannot be read or the API does not respond
     */
    public static AlarmHistory read(URI apis, Path running, Path changed, Instant since, Instant until, int timeScale) {
        DeployedAlarms now = DeployedAlarms.read(running);
        DeployedAlarms then = DeployedAlarms.read(changed);
        Set<DeployedAlarms.Asked> asked = new LinkedHashSet<>(now.asked());
        asked.addAll(then.asked());
        Duration before = Stream.of(now.longestWindow(), then.longestWindow()).max(Duration::compareTo).orElseThrow()
                .dividedBy(timeScale);
        return new AlarmHistory(now, then, PublishedMetrics.read(
                new Recorder(new MetricApi(apis), now.roles(), asked), since.minus(before), until, timeScale), since);
    }

    /** {@return when the first data were published that were read; the beginning where there are none} */
    public Instant recordedFrom() {
        return published.stretches(DOWN).stream().map(stretch -> published.local(stretch.from()))
                .filter(first -> first.isAfter(since)).findFirst().orElse(since);
    }

    /** {@return whether anything was published} */
    public boolean isEmpty() {
        return published.stretches(DOWN).isEmpty();
    }

    /** {@return alarms that are not evaluated, as a percentile of an hour cannot be told from those of its minutes} */
    public List<String> untold() {
        return Stream.of(now, changed).flatMap(deployed -> deployed.untoldNames().stream()).distinct().toList();
    }

    /**
     * Evaluates both. Parts of composite alarms are left out.
     *
     * @return each time that an alarm is in ALARM, by alarm in the templates' order, then by time
     */
    public List<AlarmComparison> compare() {
        List<AlarmComparison> rows = new ArrayList<>();
        List<Timeline> asTheyAre = timelines(now);
        List<Timeline> asChanged = timelines(changed);
        Set<String> names = new LinkedHashSet<>();
        Stream.of(now, changed).flatMap(AlarmHistory::shown).forEach(names::add);
        for (String name : names) {
            rows.addAll(AlarmComparison.of(shortName(name), periods(name, asTheyAre), periods(name, asChanged)));
        }
        return rows;
    }

    /** An alarm of the user's own has its whole name. */
    private String shortName(String name) {
        return name.startsWith(now.prefix()) ? name.substring(now.prefix().length()) : name;
    }

    /** Alarms that notify somebody, and those that no other depends on. */
    private static Stream<String> shown(DeployedAlarms deployed) {
        Set<String> needed = new TreeSet<>();
        Stream.of(deployed.alarms(), deployed.untold()).flatMap(List::stream).forEach(alarm -> {
            if (alarm instanceof CompositeAlarmDefinition composite) {
                needed.addAll(composite.dependsOn());
            }
        });
        return deployed.alarms().stream()
                .filter(alarm -> !alarm.actions().alarm().isEmpty() || !needed.contains(alarm.name()))
                .map(AlarmDefinition::name);
    }

    /** One replay for each stretch in which the platform was up. */
    private List<Timeline> timelines(DeployedAlarms deployed) {
        return published.stretches(DOWN).stream()
                .map(stretch -> RecordedAlarms.replay(deployed.alarms(), (metric, unit, statistic) -> published
                        .metric(deployed.roles().role(metric), statistic))
                        .between(stretch.from().plus(GRACE), stretch.to()))
                .toList();
    }

    private List<AlarmPeriod> periods(String alarm, List<Timeline> timelines) {
        List<AlarmPeriod> periods = new ArrayList<>();
        for (int i = 0; i < timelines.size(); i++) {
            Instant end = published.stretches(DOWN).get(i).to();
            boolean last = i == timelines.size() - 1;
            Instant from = null;
            for (Transition change : timelines.get(i).of(alarm)) {
                if (change.to() == AlarmState.ALARM) {
                    from = change.at();
                } else if (from != null) {
                    periods.add(period(alarm, timelines.get(i), from, change.at(), false));
                    from = null;
                }
            }
            if (from != null) {
                periods.add(period(alarm, timelines.get(i), from, end, last));
            }
        }
        return periods.stream().filter(period -> period.to().filter(to -> !to.isAfter(since)).isEmpty()).toList();
    }

    private AlarmPeriod period(String alarm, Timeline timeline, Instant from, Instant to, boolean open) {
        boolean notified = timeline.actions().stream()
                .anyMatch(action -> action.alarm().equals(alarm) && action.state() == AlarmState.ALARM
                        && !action.at().isBefore(from) && !action.at().isAfter(to));
        return new AlarmPeriod(published.local(from),
                open ? Optional.empty() : Optional.of(published.local(to)), notified);
    }
}
