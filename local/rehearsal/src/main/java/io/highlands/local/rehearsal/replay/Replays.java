// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;

/** Replays recordings through the alarms of an environment that is not running here, such as prod. */
public final class Replays {

    /** An alarm is evaluated once a minute. */
    private static final Duration EVALUATION = Duration.ofMinutes(1);

    private static final String UNTOLD = "not replayed: a percentile cannot be told from a recording";

    private final DeployedAlarms deployed;

    Replays(DeployedAlarms deployed) {
        this.deployed = deployed;
    }

    /**
     * Reads the environment whose alarms are to fire.
     *
     * @param assembly its cloud assembly, such as {@code cdk.out/prod}; the folder's name is the environment's
     * @return its replays
     * @throws io.highlands.local.template.TemplateException in one line, when anything is wrong
     */
    public static Replays of(Path assembly) {
        return new Replays(DeployedAlarms.read(assembly));
    }

    /**
     * Evaluates every alarm of the environment over the recording, in virtual time.
     *
     * @param recording what was recorded while the fault of a page was rehearsed
     * @param page what the page expects; the alarms of its own kind, and all other instances of that kind, have to fire
     * @return what the alarms did
     * @throws ReplayException in one line, when the recording cannot answer what an alarm asks
     */
    public ReplayReport replay(Recording recording, Expectation page) {
        Duration allowed = page.firesWithin().plus(EVALUATION);
        List<String> services = deployed.services();
        List<Verdict> verdicts = new ArrayList<>();
        Map<String, String> own = services.stream().collect(Collectors.toMap(name -> name, name -> name));
        ReplayRun run = ReplayRun.of(recording, deployed, own, allowed);
        for (String alarm : page.own()) {
            verdicts.add(verdict(alarm, run, recording, own, allowed, true));
        }
        for (String instance : otherInstances(page)) {
            verdicts.add(exchanged(instance, page, recording, allowed));
        }
        deployed.untoldNames().stream().filter(alarm -> isOtherInstance(alarm, page)).forEach(alarm -> verdicts
                .add(new Verdict(deployed.prefix() + alarm, true, false, Optional.empty(), allowed, UNTOLD)));
        for (String alarm : page.others()) {
            verdicts.add(verdict(alarm, run, recording, own, allowed, false));
        }
        return new ReplayReport(verdicts);
    }

    /** Instances of the page's kind that it does not name; the parts of composite alarms are none. */
    private List<String> otherInstances(Expectation page) {
        List<String> others = new ArrayList<>();
        for (AlarmDefinition alarm : deployed.alarms()) {
            String brief = alarm.name().substring(deployed.prefix().length());
            if (isOtherInstance(brief, page)) {
                others.add(brief);
            }
        }
        return others;
    }

    private boolean isOtherInstance(String alarm, Expectation page) {
        return !page.own().contains(alarm) && alarm.startsWith(page.kind() + "-") && !instance(alarm, page).isEmpty();
    }

    private List<String> instance(String alarm, Expectation page) {
        return alarm.length() <= page.kind().length() + 1
                ? List.of()
                : DimensionRoles.services(alarm.substring(page.kind().length() + 1), deployed.services());
    }

    private Verdict exchanged(String alarm, Expectation page, Recording recording, Duration allowed) {
        List<String> wanted = instance(alarm, page);
        Optional<List<String>> recorded = page.own().stream().map(one -> instance(one, page))
                .filter(one -> one.size() == wanted.size()).findFirst();
        if (recorded.isEmpty()) {
            throw new ReplayException("the page " + page.kind() + " expects " + String.join(", ", page.own())
                    + ", which is no instance like " + alarm + "; allowed: one with as many services");
        }
        Collection<MetricName> watched = deployed.watched(deployed.find(alarm).orElseThrow());
        Map<String, String> places = ServiceMapping.best(deployed.services(), recorded.get(), wanted,
                tried -> watched.size() - missing(watched, recording, tried).size());
        ReplayRun run = ReplayRun.of(recording, deployed, places, allowed);
        return verdict(alarm, run, recording, places, allowed, true);
    }

    private Verdict verdict(String alarm, ReplayRun run, Recording recording, Map<String, String> places,
            Duration allowed, boolean required) {
        String name = deployed.prefix() + alarm;
        boolean exchanged = places.entrySet().stream().anyMatch(place -> !place.getKey().equals(place.getValue()));
        Optional<AlarmDefinition> there = deployed.find(alarm);
        if (there.isEmpty() && deployed.untoldNames().contains(alarm)) {
            return new Verdict(name, exchanged, false, Optional.empty(), allowed, UNTOLD);
        }
        if (there.isEmpty()) {
            return new Verdict(name, exchanged, required, Optional.empty(), allowed,
                    "there is no such alarm in " + deployed.platform().environment());
        }
        String order = exchanged ? order(places) : "";
        if (run.stoodBefore(name)) {
            return Expectation.mayStandBefore(alarm)
                    ? new Verdict(name, exchanged, required, Optional.of(Duration.ZERO), allowed, "it stood before")
                    : new Verdict(name, exchanged, required, Optional.empty(), allowed, "it stood before the fault");
        }
        Optional<Duration> after = run.firedAfter(name).filter(time -> time.compareTo(allowed) <= 0);
        if (after.isPresent()) {
            return new Verdict(name, exchanged, required, after, allowed, order);
        }
        Set<MetricName> missing = missing(deployed.watched(there.get()), recording, places);
        return new Verdict(name, exchanged, required, after, allowed, missing.isEmpty()
                ? order
                : "nothing was recorded of " + missing.stream().map(Replays::words).sorted()
                        .collect(Collectors.joining(", ")));
    }

    private static String words(MetricName metric) {
        return metric.namespace() + " " + metric.name() + metric.dimensions().entrySet().stream().sorted(
                Map.Entry.comparingByKey()).map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
    }

    private static String order(Map<String, String> places) {
        return places.entrySet().stream().filter(place -> !place.getKey().equals(place.getValue()))
                .map(place -> place.getKey() + " as " + place.getValue()).sorted().collect(Collectors.joining(", "));
    }

    /** What an alarm looks at and nothing was recorded of, in an arrangement. */
    private static Set<MetricName> missing(Collection<MetricName> watched, Recording recording,
            Map<String, String> places) {
        Set<MetricName> replayed = recording.series().stream().filter(series -> !series.buckets().isEmpty())
                .map(series -> DimensionRoles.arranged(series.metric(), places)).collect(Collectors.toSet());
        return watched.stream().filter(metric -> !replayed.contains(metric)).collect(Collectors.toSet());
    }
}
