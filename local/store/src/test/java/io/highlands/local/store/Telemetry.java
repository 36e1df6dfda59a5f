// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Statistic;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of the store have in common. */
final class Telemetry {

    private Telemetry() {
    }

    static MetricName metric(String name, String... dimensions) {
        return new MetricName("Highlands/test", name,
                dimensions.length == 0 ? Map.of() : Map.of(dimensions[0], dimensions[1]));
    }

    /** The statistic over one period of a minute. */
    static double minute(MetricStore metrics, MetricName metric, Instant start, String statistic) {
        Statistic parsed = Statistic.parse(statistic);
        Aggregation read = metrics.read(List.of(metric), new Range(start, Duration.ofMinutes(1), 1),
                parsed.needsValues() ? Detail.VALUES : Detail.SUMMARY, Optional.empty()).get(metric);
        return parsed.of(read.samples(0, parsed)).orElse(Double.NaN);
    }

    static double sum(MetricStore metrics, MetricName metric, Instant from, Duration length) {
        Statistic sum = Statistic.parse("Sum");
        return metrics.read(List.of(metric), new Range(from, length, 1), Detail.SUMMARY, Optional.empty()).get(metric)
                .series("m", sum).at(from).orElse(0);
    }

    static void awaitWritten(TelemetryStore store) throws InterruptedException {
        await(() -> store.usage().pending() == 0 && store.states().pending() == 0);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("30 s have passed").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
