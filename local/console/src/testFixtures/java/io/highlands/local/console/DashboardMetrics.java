// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.MetricRow;
import io.highlands.local.cloudwatch.dashboards.MetricWidget;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.store.Sample;

/** Publishes whatever dashboards ask for, with values such as the metric's name suggests. */
final class DashboardMetrics {

    private static final int STEP = 10;

    private final Random random = new Random(11);

    private DashboardMetrics() {
    }

    /** The metrics that dashboards name. */
    static Set<MetricName> named(Collection<String> bodies) {
        Set<MetricName> names = new LinkedHashSet<>();
        bodies.forEach(body -> DashboardBody.parse(body).widgets().stream().filter(MetricWidget.class::isInstance)
                .map(MetricWidget.class::cast).flatMap(widget -> widget.rows().stream()).map(MetricRow::metric)
                .forEach(metric -> metric.ifPresent(names::add)));
        return names;
    }

    static void publish(MetricService metrics, Set<MetricName> names, Instant now, Duration length) {
        DashboardMetrics dashboards = new DashboardMetrics();
        long end = now.getEpochSecond() / STEP * STEP;
        long periods = length.toSeconds() / STEP;
        List<Sample> samples = new ArrayList<>();
        for (MetricName name : names) {
            for (long i = periods; i > 0; i--) {
                samples.add(dashboards.sample(name, Instant.ofEpochSecond(end - i * STEP), (double) i / periods));
            }
        }
        metrics.put(samples);
    }

    /** @param left from 1 at the beginning to 0 at the end; in the middle calls of service-a fail */
    private Sample sample(MetricName metric, Instant at, double left) {
        boolean troubled = left > 0.38 && left < 0.52 && metric.dimensions().toString().contains("service-a");
        String name = metric.name().toLowerCase(Locale.ROOT);
        double wave = 1 + 0.25 * Math.sin(left * 18 + metric.hashCode() % 5) + 0.06 * random.nextGaussian();
        if (name.equals("targetresponsetime") && metric.namespace().endsWith("ELB")) {
            return new Sample(metric, at, times(20, troubled ? 0.09 : 0.012), "Seconds", 1);
        }
        if (name.endsWith("duration")) {
            return new Sample(metric, at, times((int) (14 * wave), troubled ? 70 : 6), "Milliseconds", 1);
        }
        double value = name.matches(".*(5xx|4xx|3xx|error|rejected|fail|circuit|unhealthy|pending).*")
                ? troubled && name.matches(".*(5xx|errors).*") ? Math.round(3 * wave) : 0
                : level(name) * wave;
        return Sample.of(metric, at, name.contains("task") || name.contains("host") || name.contains("deployment")
                ? Math.round(value / wave)
                : value, "None");
    }

    private static double level(String name) {
        return name.contains("bytes")
                ? 48_000
                : name.contains("memory.used")
                        ? 92e6
                        : name.contains("memory.limit")
                                ? 190e6
                                : name.contains("memoryutil")
                                        ? 54
                                        : name.contains("cpu")
                                                ? 9
                                                : name.contains("deployment")
                                                        ? 1
                                                        : name.contains("task") || name.contains("host")
                                                                ? 2
                                                                : name.contains("thread")
                                                                        ? 38
                                                                        : name.contains("responsetime") ? 5 : 16;
    }

    private Distribution times(int count, double typical) {
        double[] values = random.doubles(Math.max(1, count)).map(draw -> typical * (0.6 - Math.log(1 - draw) * 0.4))
                .toArray();
        double[] counts = new double[values.length];
        Arrays.fill(counts, 1);
        return Distribution.of(values, counts);
    }
}
