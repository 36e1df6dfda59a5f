// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

import io.highlands.telemetry.ServiceMetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Known latencies go in, and CloudWatch's statistics over what goes out are theirs. */
class PercentilesTest {

    private static final MetricsProperties SETTINGS = new MetricsProperties(true, Duration.ofMinutes(1), List.of(), 10);

    @Test
    void upToAHundredAndFiftyDifferentLatenciesAreExact() {
        List<MetricDatum> data = published(latencies(150));

        assertThat(data).singleElement();
        assertThat(expanded(data)).isEqualTo(latencies(150).stream().sorted().toList());
    }

    @Test
    void manyLatenciesKeepTheirPercentilesWithinOnePercent() {
        List<Double> latencies = latencies(20_000);
        List<Double> seen = expanded(published(latencies));
        List<Double> known = latencies.stream().sorted().toList();

        assertThat(seen).hasSameSizeAs(known);
        for (double percent : new double[]{0.1, 10, 50, 90, 95, 99, 99.9, 100}) {
            double truth = percentile(known, percent);
            assertThat(percentile(seen, percent)).as("p" + percent).isCloseTo(truth, within(truth / 100));
        }
        assertThat(sum(seen)).isCloseTo(sum(known), within(sum(known) / 100));
    }

    @Test
    void theShareOfRequestsWithinAnObjectiveIsTrue() {
        List<Double> latencies = latencies(20_000);
        double objective = 300;
        double truth = share(latencies, objective);

        assertThat(truth).isBetween(0.5, 0.999);
        assertThat(share(expanded(published(latencies)), objective)).isBetween(
                share(latencies, objective * 0.99), share(latencies, objective * 1.01));
    }

    @Test
    void noDatumHasMoreThanAHundredAndFiftyValuesAndNoneIsLost() {
        List<MetricDatum> data = published(latencies(20_000));

        assertThat(data).hasSizeGreaterThan(1).allSatisfy(datum -> assertThat(datum.values()).hasSizeBetween(1, 150));
        assertThat(data.stream().flatMap(datum -> datum.counts().stream()).mapToDouble(c -> c).sum()).isEqualTo(20_000);
    }

    @Test
    void eachStepBeginsAnew() {
        HighlandsMeterRegistry registry = new HighlandsMeterRegistry(SETTINGS, "Highlands/test", Clock.SYSTEM);
        SampledTimer timer = (SampledTimer) Timer.builder("t").register(registry);
        timer.record(Duration.ofMillis(5));

        assertThat(timer.take()).isEqualTo(Map.of(5.0, 1L));
        assertThat(timer.take()).isEmpty();
        assertThat(timer.count()).as("as Actuator shows it").isOne();
        assertThat(timer.totalTime(java.util.concurrent.TimeUnit.MILLISECONDS)).isEqualTo(5);
    }

    /** Skewed as real ones are: most around 100 ms, a tail to some seconds, in whole microseconds. */
    private static List<Double> latencies(int number) {
        Random random = new Random(42);
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            latencies.add(Math.rint(Math.exp(Math.log(100) + random.nextGaussian()) * 1_000) / 1_000);
        }
        return latencies;
    }

    private static List<MetricDatum> published(List<Double> latencies) {
        HighlandsMeterRegistry registry = new HighlandsMeterRegistry(SETTINGS, "Highlands/test", Clock.SYSTEM);
        ServerMeters meters = new ServerMeters(registry);
        meters.declare(List.of("/"));
        latencies.forEach(ms -> meters.answered("/", 200, Math.round(ms * 1_000_000)));
        List<Reading> readings = new ArrayList<>();
        new DeclaredReadings(registry, new UpstreamMeters(registry), "service-t").take(readings::add);
        List<PutMetricDataRequest> batches = new Batches("Highlands/test", 60).of(readings, Instant.EPOCH);
        return batches.stream().flatMap(batch -> batch.metricData().stream())
                .filter(datum -> datum.metricName().equals(ServiceMetrics.SERVER_DURATION.name())).toList();
    }

    private static List<Double> expanded(List<MetricDatum> data) {
        TreeMap<Double, Double> counts = new TreeMap<>();
        for (MetricDatum datum : data) {
            for (int i = 0; i < datum.values().size(); i++) {
                counts.merge(datum.values().get(i), datum.counts().get(i), Double::sum);
            }
        }
        List<Double> samples = new ArrayList<>();
        counts.forEach((value, count) -> {
            for (int i = 0; i < count; i++) {
                samples.add(value);
            }
        });
        return samples;
    }

    private static double percentile(List<Double> sorted, double percent) {
        return sorted.get((int) Math.max(0, Math.ceil(percent / 100 * sorted.size()) - 1));
    }

    private static double share(List<Double> samples, double limit) {
        return samples.stream().filter(sample -> sample <= limit).count() / (double) samples.size();
    }

    private static double sum(List<Double> samples) {
        return samples.stream().mapToDouble(s -> s).sum();
    }
}
