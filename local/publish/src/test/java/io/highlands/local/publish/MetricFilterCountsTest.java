// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.logs.FilterPattern;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.Sample;

import static org.assertj.core.api.Assertions.assertThat;

class MetricFilterCountsTest {

    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private final MetricFilterCounts counts = new MetricFilterCounts(Duration.ofSeconds(10));

    @Test
    void linesThatFitAreCounted() {
        filter();
        counts.count("events", List.of(line("SERVICE_DEPLOYMENT_FAILED"), line("SERVICE_STEADY_STATE"),
                line("SERVICE_DEPLOYMENT_FAILED")));
        counts.count("other", List.of(line("SERVICE_DEPLOYMENT_FAILED")));

        Sample sample = counts.take(START).getFirst();
        assertThat(sample.samples().sum()).isEqualTo(2);
        assertThat(sample.time()).isEqualTo(START);
        assertThat(sample.unit()).isEqualTo("Count");
    }

    @Test
    void theDefaultStandsForLinesNoneOfWhichFitsAndNothingForNoLines() {
        filter();
        counts.count("events", List.of(line("SERVICE_STEADY_STATE")));
        assertThat(counts.take(START).getFirst().samples().sum()).isZero();
        assertThat(counts.take(START)).isEmpty();
    }

    private void filter() {
        counts.filters(List.of(new LogMetricFilter("events",
                FilterPattern.parse("{ $.detail.eventName = \"SERVICE_DEPLOYMENT_FAILED\" }"),
                new MetricName("Highlands/local", "deployment.failed", Map.of()), 1, OptionalDouble.of(0), "Count")));
    }

    private static NewLogEvent line(String name) {
        return new NewLogEvent(START, "{\"detail\":{\"eventName\":\"" + name + "\"}}");
    }
}
