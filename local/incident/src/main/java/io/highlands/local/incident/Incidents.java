// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.IncidentReport.FiredAlarm;
import io.highlands.local.control.message.IncidentReport.Moment;

/** Reads what changed, from what mesh, load balancer, alarms and ECS say; it knows nothing of faults that were injected. */
public final class Incidents {

    /** An alarm looks at up to so much of the time before it goes into ALARM. */
    private static final Duration BEFORE_ALARM = Duration.ofMinutes(5);
    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final long STEP_SECONDS = 30;

    /** What each alarm does when the platform starts. */
    private static final String FIRST_OK = "from INSUFFICIENT_DATA to OK";

    private final IncidentSources sources;
    private final int timeScale;
    private final Clock clock;

    /**
     * Reads incidents of a platform.
     *
     * @param sources where they are read from
     * @param timeScale how many seconds of AWS's periods are one here
     * @param clock tells the time
     */
    public Incidents(IncidentSources sources, int timeScale, Clock clock) {
        this.sources = sources;
        this.timeScale = timeScale;
        this.clock = clock;
    }

    /**
     * {@return what changed}
     *
     * @param since how long ago the window begins, at most {@link IncidentReport#LONGEST}; empty for what the alarms that are in ALARM look
     *            at, and for 30 minutes where none is
     */
    public IncidentReport read(Optional<Duration> since) {
        FiredAlarms alarms = new FiredAlarms(sources.alarms());
        Window window = window(since, alarms);
        String environment = sources.cluster().get().environment();
        List<EdgeChange> edges = new Edges(sources, environment).read(window);
        List<FiredAlarm> fired = alarms.in(window);
        List<String> services = new Services(sources.cluster().get()).findings(window);
        return new IncidentReport(environment, window.from(), window.until(),
                new Findings(services, edges, fired).sentences(), fired, edges.stream().map(EdgeChange::edge).toList(),
                timeline(alarms, window));
    }

    private Window window(Optional<Duration> since, FiredAlarms alarms) {
        Instant now = clock.instant();
        Duration length = since.orElseGet(() -> alarms.first()
                .map(first -> Duration.between(first, now).plus(BEFORE_ALARM.dividedBy(timeScale))).orElse(USUAL));
        Duration bounded = Stream.of(length, IncidentReport.LONGEST).min(Comparator.naturalOrder()).orElseThrow();
        Instant from = now.minus(bounded.compareTo(SHORTEST) < 0 ? SHORTEST : bounded);
        // A step of the metrics that lay in both periods would be counted twice
        return new Window(Instant.ofEpochSecond(from.getEpochSecond() / STEP_SECONDS * STEP_SECONDS), now);
    }

    private List<Moment> timeline(FiredAlarms alarms, Window window) {
        Stream<Moment> changes = alarms.changes(window).stream().filter(item -> !item.summary().endsWith(FIRST_OK))
                .map(item -> new Moment(item.at(), item.alarm(), item.summary()));
        Stream<Moment> events = sources.cluster().get().services().stream().flatMap(service -> service.events().stream()
                .filter(event -> window.contains(event.at()))
                .map(event -> new Moment(event.at(), service.name(), event.message())));
        return Stream.concat(changes, events).sorted(Comparator.comparing(Moment::at)).toList();
    }
}
