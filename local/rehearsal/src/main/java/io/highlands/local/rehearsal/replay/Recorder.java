// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** Reads from the running platform, through CloudWatch's API, what the alarms of another environment look at. */
public final class Recorder {

    private static final List<String> SET = List.of("SampleCount", "Sum", "Minimum", "Maximum");
    private static final List<Integer> PERIODS = List.of(30, 20, 10, 5, 1);
    private static final int MINUTE = 60;

    private final MetricApi api;
    private final DimensionRoles roles;
    private final Set<DeployedAlarms.Asked> asked;

    Recorder(MetricApi api, DimensionRoles roles, Set<DeployedAlarms.Asked> asked) {
        this.api = api;
        this.roles = roles;
        this.asked = asked;
    }

    /**
     * Prepares to record.
     *
     * @param apis where the running platform serves AWS's APIs, such as {@code http://127.0.0.1:4566}
     * @param running the cloud assembly of what runs
     * @param other the cloud assembly of the environment through whose alarms the recording will be replayed
     * @return the recorder
     * @throws io.highlands.local.template.TemplateException in one line, when an assembly cannot be read
     */
    public static Recorder of(URI apis, Path running, Path other) {
        return new Recorder(new MetricApi(apis), DeployedAlarms.read(running).roles(),
                DeployedAlarms.read(other).asked());
    }

    /**
     * Records what is past. Data arrive up to two periods late: ask when {@code to} is that long ago, after the recovery.
     *
     * @param from when nothing was wrong yet: the beginning of the calm phase, better a minute or more before the fault
     * @param faultAt when the fault was injected
     * @param to when the mitigation began
     * @param timeScale how many times faster than in AWS metrics are published
     * @return the recording
     * @throws ReplayException in one line, when the API refuses or does not answer
     */
    public Recording record(Instant from, Instant faultAt, Instant to, int timeScale) {
        Duration step = Duration.ofSeconds(step(timeScale));
        long past = Math.floorMod(from.getEpochSecond(), step.toSeconds());
        Instant start = Instant.ofEpochSecond(from.getEpochSecond() - past + (past > 0 ? step.toSeconds() : 0));
        Map<MetricName, Set<String>> statistics = new LinkedHashMap<>();
        for (DeployedAlarms.Asked one : asked) {
            Set<String> wanted = statistics.computeIfAbsent(one.metric(), metric -> new TreeSet<>(SET));
            if (Statistic.parse(one.statistic()).needsValues()) {
                wanted.add(one.statistic());
            }
        }
        List<MetricApi.Query> queries = new ArrayList<>();
        statistics.forEach((metric, wanted) -> wanted
                .forEach(statistic -> queries.add(new MetricApi.Query(roles.name(metric), statistic))));
        Map<MetricApi.Query, Map<Instant, Double>> answers = api.read(queries, start, to, step);
        List<RecordedSeries> series = new ArrayList<>();
        statistics.forEach((metric, wanted) -> {
            Map<String, Map<Instant, Double>> values = new LinkedHashMap<>();
            wanted.forEach(statistic -> values.put(statistic,
                    answers.get(new MetricApi.Query(roles.name(metric), statistic))));
            series.add(new RecordedSeries(metric, buckets(values, start, step)));
        });
        return new Recording(start, faultAt, to, timeScale, step,
                series.stream().filter(one -> !one.buckets().isEmpty()).toList());
    }

    /**
     * The period of what is read.
     *
     * @param timeScale how many times faster than in AWS metrics are published
     * @return in seconds, the longest period that CloudWatch has and that divides local mode's minute
     * @throws ReplayException when the time scale is no divisor of 60
     */
    public static int step(int timeScale) {
        if (timeScale < 1 || MINUTE % timeScale != 0) {
            throw new ReplayException("time scale " + timeScale + ": allowed are the divisors of 60");
        }
        return timeScale == 1
                ? MINUTE
                : PERIODS.stream().filter(period -> MINUTE / timeScale % period == 0).findFirst().orElseThrow();
    }

    private static TreeMap<Integer, Bucket> buckets(Map<String, Map<Instant, Double>> values, Instant start,
            Duration step) {
        TreeMap<Integer, Bucket> buckets = new TreeMap<>();
        values.get("SampleCount").forEach((time, count) -> {
            Map<String, Double> ranks = new TreeMap<>();
            values.forEach((statistic, points) -> {
                if (!SET.contains(statistic) && points.containsKey(time)) {
                    ranks.put(statistic, points.get(time));
                }
            });
            buckets.put(Math.toIntExact(Duration.between(start, time).dividedBy(step)),
                    new Bucket(count, values.get("Sum").get(time), values.get("Minimum").get(time),
                            values.get("Maximum").get(time), ranks));
        });
        return buckets;
    }
}
