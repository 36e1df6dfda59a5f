// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.cloudwatch.metrics.ListMetricsRequest.DimensionFilter;
import io.highlands.local.store.Sample;

import static io.highlands.local.cloudwatch.metrics.Metrics.NOON;
import static io.highlands.local.cloudwatch.metrics.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListAndStatisticsTest {

    @TempDir
    private Path folder;

    private Metrics metrics;

    @BeforeEach
    void open() {
        metrics = new Metrics(folder);
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private List<MetricName> list(Optional<String> namespace, Optional<String> name, DimensionFilter... dimensions) {
        return metrics.service()
                .list(new ListMetricsRequest(namespace, name, List.of(dimensions), Optional.empty(), Optional.empty()))
                .metrics();
    }

    @Test
    void metricsAreListedByNamespaceNameAndDimensions() {
        MetricName a = metric("Requests", "a");
        MetricName b = metric("Errors", "b");
        MetricName ecs = new MetricName("AWS/ECS", "CPUUtilization", Map.of("ClusterName", "c"));
        metrics.service().put(List.of(Sample.of(a, NOON, 1, "Count"), Sample.of(b, NOON, 1, "Count"),
                Sample.of(ecs, NOON, 1, "Percent")));

        assertThat(list(Optional.empty(), Optional.empty())).containsExactly(ecs, b, a);
        assertThat(list(Optional.of("AWS/ECS"), Optional.empty())).containsExactly(ecs);
        assertThat(list(Optional.empty(), Optional.of("Errors"))).containsExactly(b);
        assertThat(list(Optional.empty(), Optional.empty(), new DimensionFilter("Service", Optional.of("a"))))
                .containsExactly(a);
        assertThat(list(Optional.empty(), Optional.empty(), new DimensionFilter("Service", Optional.empty())))
                .containsExactly(b, a);
    }

    @Test
    void onlyMetricsOfTheLastThreeHoursAreRecentlyActive() {
        metrics.service().put(List.of(Sample.of(metric("New", "a"), NOON.minusSeconds(60), 1, "Count"),
                Sample.of(metric("Old", "a"), NOON.minus(Duration.ofHours(4)), 1, "Count")));

        assertThat(metrics.service().list(new ListMetricsRequest(Optional.empty(), Optional.empty(), List.of(),
                Optional.of("PT3H"), Optional.empty())).metrics()).containsExactly(metric("New", "a"));
    }

    @Test
    void fiveHundredMetricsAreAPage() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            samples.add(Sample.of(metric("m", "s" + i), NOON, 1, "Count"));
        }
        metrics.service().put(samples);

        List<Integer> sizes = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            ListMetricsPage page = metrics.service().list(new ListMetricsRequest(Optional.empty(), Optional.empty(),
                    List.of(), Optional.empty(), token));
            sizes.add(page.metrics().size());
            token = page.nextToken();
        } while (token.isPresent());
        assertThat(sizes).containsExactly(500, 500, 100);
    }

    @Test
    void statisticsAreLimitedTo1440Points() {
        assertThatExceptionOfType(CloudWatchException.class)
                .isThrownBy(() -> metrics.service()
                        .statistics(new StatisticsRequest(metric("m", "a"), NOON.minus(Duration.ofDays(2)), NOON, 60,
                                List.of("Sum"), List.of(), Optional.empty())))
                .withMessageStartingWith("You have requested up to 2880 datapoints, which exceeds the limit of 1440.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("InvalidParameterCombination"));
    }

    /** "The maximum number of data points returned from a single call is 1,440": a day of minutes, wherever it begins. */
    @Test
    void aDayOfMinutesMayBeginWithinAMinute() {
        metrics.minutes(metric("m", "a"), 1, 2, 3);

        assertThat(metrics.service().statistics(new StatisticsRequest(metric("m", "a"),
                NOON.minus(Duration.ofDays(1)).plusSeconds(30), NOON.plusSeconds(30), 60, List.of("Sum"), List.of(),
                Optional.empty())).datapoints()).hasSize(3);
        assertThatExceptionOfType(CloudWatchException.class)
                .isThrownBy(() -> metrics.service()
                        .statistics(new StatisticsRequest(metric("m", "a"),
                                NOON.minus(Duration.ofDays(1)).minusSeconds(1), NOON, 60, List.of("Sum"), List.of(),
                                Optional.empty())))
                .withMessageStartingWith("You have requested up to 1441 datapoints");
    }

    /** API_ListMetrics, Errors: InvalidParameterValue and InternalServiceFault, no InvalidNextToken. */
    @Test
    void aTokenThatIsNoneIsAnInvalidParameterValue() {
        assertThatExceptionOfType(CloudWatchException.class)
                .isThrownBy(() -> metrics.service().list(new ListMetricsRequest(Optional.empty(), Optional.empty(),
                        List.of(), Optional.empty(), Optional.of("!"))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("InvalidParameterValue"));
    }

    @Test
    void alarmsReadThroughASource() {
        metrics.minutes(metric("Requests", "a"), 1, 2, 3);
        Statistic sum = Statistic.parse("Sum");

        assertThat(metrics.service().source(metric("Requests", "a"), Optional.empty(), sum)
                .read(io.highlands.cloudwatch.model.series.Range.endingAt(NOON, Duration.ofMinutes(1), 5), NOON)
                .series("m", sum).values()).containsExactly(1, 2, 3);
    }
}
