// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.store.Sample;

import static io.highlands.local.cloudwatch.metrics.Metrics.NOON;
import static io.highlands.local.cloudwatch.metrics.Metrics.metric;
import static io.highlands.local.cloudwatch.metrics.Metrics.stat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Metrics that were published with several units, as recorded from AWS in localstack/localstack,
 * tests/aws/services/cloudwatch/test_cloudwatch.snapshot.json: {@code test_get_metric_data_different_units_no_unit_in_query}
 * and {@code test_handle_different_units}.
 */
class UnitsTest {

    private static final Instant MINUTE = NOON.minusSeconds(60);

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

    private void put(double value, String unit) {
        metrics.service().put(List.of(Sample.of(metric("m-test", "a"), MINUTE, value, unit)));
    }

    private MetricDataResult sum(Optional<String> unit) {
        return metrics.service().data(MetricDataRequest.of(List.of(MetricDataQuery.of("m1",
                new MetricStat(metric("m-test", "a"), 60, "Sum", unit))), MINUTE, NOON)).results().getFirst();
    }

    @Test
    void oneUnitIsKeptAndTheOthersAreNamed() {
        put(60_000, "Milliseconds");
        put(60, "Seconds");

        assertThat(sum(Optional.empty()).values()).containsExactly(60_000.0);
        assertThat(sum(Optional.empty()).messages()).containsExactly(new MetricDataResult.Message("MultipleUnits",
                "Multiple units returned: '[Milliseconds, Seconds]'"));
    }

    @Test
    void theUnitThatAwsListsFirstIsKept() {
        put(60, "Seconds");
        put(60_000, "Milliseconds");
        put(5, "Count");

        assertThat(sum(Optional.empty()).values()).containsExactly(5.0);
        assertThat(sum(Optional.empty()).messages()).extracting(MetricDataResult.Message::value)
                .containsExactly("Multiple units returned: '[Count, Milliseconds, Seconds]'");
    }

    @Test
    void aUnitThatIsAskedForIsAnsweredWithoutAMessage() {
        put(60_000, "Milliseconds");
        put(60, "Seconds");

        assertThat(sum(Optional.of("Seconds")).values()).containsExactly(60.0);
        assertThat(sum(Optional.of("Seconds")).messages()).isEmpty();
    }

    @Test
    void getMetricStatisticsAnswersOnePointForEachUnit() {
        put(5, "Count");
        put(10, "None");
        put(1, "Seconds");

        assertThat(metrics.service().statistics(new StatisticsRequest(metric("m-test", "a"), MINUTE, NOON, 60,
                List.of("Average"), List.of(), Optional.empty())).datapoints())
                .extracting(StatisticsResult.Datapoint::unit, point -> point.statistics().get("Average"))
                .containsExactlyInAnyOrder(tuple("None", 10.0), tuple("Count", 5.0), tuple("Seconds", 1.0));
    }

    /** Percentiles and long periods are read another way; units do not mix there either. */
    @Test
    void unitsAreApartInPercentilesAndLongPeriods() {
        put(60_000, "Milliseconds");
        put(60, "Seconds");

        assertThat(metrics.service().data(MetricDataRequest.of(
                List.of(MetricDataQuery.of("m1", stat(metric("m-test", "a"), "p50", 60)),
                        MetricDataQuery.of("m2", stat(metric("m-test", "a"), "SampleCount", 3600))),
                NOON.minus(Duration.ofHours(1)), NOON)).results()).extracting(MetricDataResult::values)
                .containsExactly(List.of(60_000.0), List.of(1.0));
    }

    /** API_PutMetricAlarm, Unit: without one the behaviour of such an alarm is undefined; here it sees one unit, too. */
    @Test
    void anAlarmDoesNotAddUpUnits() {
        put(60_000, "Milliseconds");
        put(60, "Seconds");
        Statistic sum = Statistic.parse("Sum");

        assertThat(metrics.service().source(metric("m-test", "a"), Optional.empty(), sum)
                .read(io.highlands.cloudwatch.model.series.Range.endingAt(NOON, Duration.ofMinutes(1), 1), NOON)
                .series("m", sum).values()).containsExactly(60_000);
    }
}
