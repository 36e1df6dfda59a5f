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
import io.highlands.local.control.message.IncidentReport.Note;

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
        return read(window(since, new FiredAlarms(sources.alarms())));
    }

    /**
     * {@return what changed in a period}
     *
     * @param from when it begins; up to 30 s earlier are looked at, as metrics are kept in steps
     * @param until when it ends
     * @throws IllegalArgumentException for a period that is longer than {@link IncidentReport#LONGEST}; its message is one line
     */
    public IncidentReport read(Instant from, Instant until) {
        Duration length = Duration.between(from, until);
        // What a reader takes for the longest one may begin a step earlier
        if (length.minusSeconds(STEP_SECONDS).compareTo(IncidentReport.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the range is " + length.toMinutes() + " min; an incident is read over at "
                            + "most " + IncidentReport.LONGEST.toMinutes() + " min");
        }
        return read(new Window(aligned(length.compareTo(SHORTEST) < 0 ? until.minus(SHORTEST) : from), until));
    }

    /**
     * {@return when the incident of an alarm begins: before the alarm went into ALARM it looked at what was wrong}
     *
     * @param alarmed when it went into ALARM
     */
    public Instant begin(Instant alarmed) {
        return alarmed.minus(BEFORE_ALARM.dividedBy(timeScale));
    }

    /** {@return when the window begins that is read where nobody asks for another} */
    public Instant usualBegin() {
        return window(Optional.empty(), new FiredAlarms(sources.alarms())).from();
    }

    private IncidentReport read(Window window) {
        FiredAlarms alarms = new FiredAlarms(sources.alarms());
        String environment = sources.cluster().get().environment();
        List<EdgeChange> edges = new Edges(sources, environment).read(window);
        List<FiredAlarm> fired = alarms.in(window);
        List<Note> notes = sources.notes().in(window.from(), window.until());
        boolean untilNow = !window.until().isBefore(clock.instant().minus(SHORTEST));
        return new IncidentReport(environment, window.from(), window.until(),
                new Findings(new Services(sources.cluster().get()).findings(window, untilNow), edges, fired)
                        .sentences(),
                fired, edges.stream().map(EdgeChange::edge).toList(), timeline(alarms, window, notes), notes);
    }

    private Window window(Optional<Duration> since, FiredAlarms alarms) {
        Instant now = clock.instant();
        Duration length = since.orElseGet(() -> alarms.first()
                .map(first -> Duration.between(begin(first), now)).orElse(USUAL));
        Duration bounded = Stream.of(length, IncidentReport.LONGEST).min(Comparator.naturalOrder()).orElseThrow();
        Instant from = now.minus(bounded.compareTo(SHORTEST) < 0 ? SHORTEST : bounded);
        return new Window(aligned(from), now);
    }

    /** A step of the metrics that lay in both periods would be counted twice. */
    private static Instant aligned(Instant from) {
        return Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), STEP_SECONDS) * STEP_SECONDS);
    }

    private List<Moment> timeline(FiredAlarms alarms, Window window, List<Note> notes) {
        Stream<Moment> changes = alarms.changes(window).stream().filter(item -> !item.summary().endsWith(FIRST_OK))
                .map(item -> new Moment(item.at(), "alarm", item.alarm(), item.summary()));
        Stream<Moment> events = sources.cluster().get().services().stream().flatMap(service -> service.events().stream()
                .filter(event -> window.contains(event.at()))
                .map(event -> new Moment(event.at(), "service", service.name(), event.message())));
        Stream<Moment> written = notes.stream()
                .map(note -> new Moment(note.at(), "note", "note", note.text().replaceAll("\\s+", " ")));
        return Stream.of(changes, events, written).flatMap(moments -> moments).sorted(Comparator.comparing(Moment::at))
                .toList();
    }
}
