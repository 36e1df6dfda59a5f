// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the constants promise. */
class MetricsTest {

    static Stream<Metric> all() {
        return Metrics.all().stream();
    }

    @Test
    void noMetricIsDeclaredTwice() {
        assertThat(all().map(metric -> metric.source() + " " + metric.name() + metric.dimensionSets()))
                .doesNotHaveDuplicates();
    }

    /**
     * CloudWatch API Reference, MetricDatum: 1 to 255 characters. A digit may be the first, as in {@code 5xxErrors} (S3 User Guide,
     * "Amazon S3 metrics and dimensions").
     */
    @ParameterizedTest
    @MethodSource("all")
    void theNameIsOneThatCloudWatchTakes(Metric metric) {
        assertThat(metric.name()).matches("[A-Za-z0-9][A-Za-z0-9._]{0,254}");
        assertThat(metric.meaning()).isNotBlank().doesNotEndWith(".").doesNotContain("|");
    }

    @ParameterizedTest
    @MethodSource("all")
    void noSeriesOfTheMeshOrOfEcsIsTheSameInTwoEnvironments(Metric metric) {
        if (metric.source() == Source.ECS || metric.source() == Source.CONTAINER_INSIGHTS) {
            assertThat(metric.dimensionSets()).allSatisfy(set -> assertThat(set).contains(Dimension.CLUSTER_NAME));
        }
    }

    @Test
    void theLargestServicePublishesNoMoreThanTheBudget() {
        List<Series> series = ServiceMetrics.series("service-b", List.of("/", "/time"),
                List.of("service-a", "service-c"));

        assertThat(series).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(ServiceMetrics.BUDGET);
    }

    @Test
    void everyMetricOfTheServicesIsAmongTheirSeries() {
        List<Series> series = ServiceMetrics.series("service-b", List.of("/"), List.of("service-a"));

        assertThat(series).extracting(Series::metric).containsOnlyOnceElementsOf(List.of(ServiceMetrics.THREADS))
                .containsAll(ServiceMetrics.all());
    }

    @Test
    void aSeriesNamesItsEnvironmentAndItsDimensionsInOrder() {
        Series series = ServiceMetrics.SERVER_ERRORS.with(Dimension.STATUS, "5xx", Dimension.SERVICE, "service-b",
                Dimension.ROUTE, "/");

        assertThat(series.namespace("prod")).isEqualTo("Highlands/prod");
        assertThat(series.dimensions().sequencedEntrySet()).containsExactly(Map.entry("Service", "service-b"),
                Map.entry("Route", "/"), Map.entry("Status", "5xx"));
    }

    @Test
    void aSeriesByDimensionsThatAreNotPublishedIsRefused() {
        assertThatThrownBy(() -> MeshMetrics.TARGET_5XX.with(Dimension.TARGET_DISCOVERY_NAME, "service-a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AWS/ECS HTTPCode_Target_5XX_Count by [TARGET_DISCOVERY_NAME]; published by "
                        + "[[CLUSTER_NAME, SERVICE_NAME, TARGET_DISCOVERY_NAME]]");
    }
}
