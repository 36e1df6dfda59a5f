// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.StoreOptions;

import static io.highlands.local.cloudwatch.metrics.Metrics.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PutMetricDataTest {

    @TempDir
    private Path folder;

    private Metrics metrics;

    @BeforeEach
    void open() {
        metrics = new Metrics(StoreOptions.in(folder).withMaxSeries(40));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private static MetricDatumInput value(Double value) {
        return new MetricDatumInput("m", null, null, value, null, null, null, null, null);
    }

    private static MetricDatumInput values(List<Double> values, List<Double> counts) {
        return new MetricDatumInput("m", null, null, null, values, counts, null, null, null);
    }

    private static MetricDatumInput at(Instant time) {
        return new MetricDatumInput("m", null, time, 1.0, null, null, null, null, null);
    }

    private static MetricDatumInput with(List<Dimension> dimensions) {
        return new MetricDatumInput("m", dimensions, null, 1.0, null, null, null, null, null);
    }

    private ThrowableAssertAlternative<CloudWatchException> refused(String code, MetricDatumInput... data) {
        return refused(code, "Highlands/test", List.of(data));
    }

    private ThrowableAssertAlternative<CloudWatchException> refused(String code, String namespace,
            List<MetricDatumInput> data) {
        ThrowableAssertAlternative<CloudWatchException> refusal = assertThatExceptionOfType(CloudWatchException.class)
                .isThrownBy(() -> metrics.service().accept(namespace, data)).satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.status()).isEqualTo(400);
                });
        assertThat(metrics.service().list(ListMetricsRequest.ALL).metrics()).isEmpty();
        return refusal;
    }

    @Test
    void aRequestHasANamespaceAndData() {
        refused("MissingParameter", null, List.of(value(1.0)))
                .withMessage("The parameter Namespace is required.");
        refused("MissingParameter", "x", List.of()).withMessage("The parameter MetricData is required.");
    }

    @Test
    void onlyAwsPublishesInItsNamespaces() {
        refused("InvalidParameterValue", "AWS/ECS", List.of(value(1.0)))
                .withMessage("The value AWS/ECS for parameter Namespace is invalid.");
    }

    @Test
    void aNamespaceHasAtMost255PlainCharactersAndNoLeadingColon() {
        for (String namespace : List.of("x".repeat(256), ":x", "é", "a\nb", " ")) {
            refused("InvalidParameterValue", namespace, List.of(value(1.0)));
        }
    }

    @Test
    void aRequestHasAtMostAThousandData() {
        refused("InvalidParameterValue", "x", Collections.nCopies(1001, value(1.0)))
                .withMessage("The collection MetricData must not have a size greater than 1000.");
    }

    @Test
    void aDatumHasAName() {
        refused("MissingParameter", value(1.0),
                new MetricDatumInput(null, null, null, 1.0, null, null, null, null, null))
                .withMessage("The parameter MetricData.member.2.MetricName is required.");
    }

    @Test
    void aValueIsANumberOfBoundedSize() {
        refused("InvalidParameterValue", value(Double.NaN))
                .withMessage("The value NaN for parameter MetricData.member.1.Value is invalid.");
        refused("InvalidParameterValue", value(Double.NEGATIVE_INFINITY));
        refused("InvalidParameterValue", value(Math.pow(2, 361)));
        metrics.service().accept("x", List.of(value(-Math.pow(2, 360))));
    }

    /** Codes and messages as recorded from AWS: localstack/localstack, tests/aws/services/cloudwatch, test_put_metric_data_validation. */
    @Test
    void aDatumHasOneOfValueValuesAndStatisticValues() {
        StatisticSet set = new StatisticSet(2.0, 3.0, 1.0, 2.0);
        refused("InvalidParameterCombination", value(null)).withMessage(
                "At least one of the parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues "
                        + "must be specified.");
        refused("InvalidParameterCombination",
                new MetricDatumInput("m", null, null, 1.0, List.of(1.0), null, null, null, null))
                .withMessage("The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually "
                        + "exclusive and you have specified both.");
        refused("InvalidParameterCombination", new MetricDatumInput("m", null, null, 1.0, null, null, set, null, null))
                .withMessage("The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are "
                        + "mutually exclusive and you have specified both.");
    }

    /** "For some strange reason the AWS implementation allows this": the same recorded test. */
    @Test
    void valuesMayStandBesideStatisticValues() {
        StatisticSet set = new StatisticSet(10.0, 55.0, 1.0, 10.0);
        metrics.service().accept("Highlands/test", List.of(
                new MetricDatumInput("m", null, NOON.minusSeconds(30), null, List.of(1.0, 10.0), null, set, null,
                        null)));

        assertThat(metrics.service().list(ListMetricsRequest.ALL).metrics()).hasSize(1);
    }

    @Test
    void valuesAreAtMost150AndAsManyAsCounts() {
        refused("InvalidParameterValue", values(Collections.nCopies(151, 1.0), null));
        refused("InvalidParameterValue", values(List.of(1.0, 2.0), List.of(1.0))).withMessage(
                "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.");
        refused("InvalidParameterValue", values(List.of(1.0), List.of(-1.0)));
        refused("InvalidParameterValue", values(List.of(1.0, Double.NaN), null))
                .withMessage("The value NaN for parameter MetricData.member.1.Values.member.2 is invalid.");
    }

    @Test
    void aStatisticSetIsWholeAndMakesSense() {
        for (StatisticSet set : List.of(new StatisticSet(0.0, 0.0, 0.0, 0.0), new StatisticSet(1.0, 1.0, 2.0, 1.0))) {
            refused("InvalidParameterValue",
                    new MetricDatumInput("m", null, null, null, null, null, set, null, null));
        }
        refused("MissingParameter", new MetricDatumInput("m", null, null, null, null, null,
                new StatisticSet(1.0, null, 1.0, 1.0), null, null))
                .withMessage("The parameter MetricData.member.1.StatisticValues.Sum is required.");
    }

    @Test
    void dimensionsAreAtMost30DistinctAndNotBlank() {
        List<Dimension> many = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            many.add(new Dimension("d" + i, "v"));
        }
        refused("InvalidParameterValue", with(many))
                .withMessage("The collection MetricData.member.1.Dimensions must not have a size greater than 30.");
        refused("InvalidParameterValue", with(List.of(new Dimension("d", "1"), new Dimension("d", "2"))));
        refused("InvalidParameterValue", with(List.of(new Dimension("d", " "))));
        refused("InvalidParameterValue", with(List.of(new Dimension(":d", "v"))));
        refused("InvalidParameterValue", with(List.of(new Dimension("d", "v".repeat(1025)))));
        refused("MissingParameter", with(List.of(new Dimension("d", null))));
        metrics.service().accept("x", List.of(with(many.subList(0, 30))));
    }

    @Test
    void timestampsAreWithinTwoWeeksBackAndTwoHoursAhead() {
        for (Instant time : List.of(NOON.plus(Duration.ofMinutes(121)), NOON.minus(Duration.ofDays(15)))) {
            refused("InvalidParameterValue", at(time)).withMessage(
                    "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.");
        }
        metrics.service().accept("x",
                List.of(at(NOON.plus(Duration.ofHours(2))), at(NOON.minus(Duration.ofDays(14)))));
    }

    @Test
    void unitsAndResolutionsAreThoseThatCloudWatchHas() {
        refused("InvalidParameterValue", new MetricDatumInput("m", null, null, 1.0, null, null, null, "ms", null))
                .withMessage("The value ms for parameter MetricData.member.1.Unit is invalid.");
        refused("InvalidParameterValue", new MetricDatumInput("m", null, null, 1.0, null, null, null, null, 10));
    }

    @Test
    void aMillionDimensionsMeetALimit() {
        List<MetricDatumInput> data = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            data.add(with(List.of(new Dimension("id", Integer.toString(i)))));
        }
        refused("LimitExceeded", data.toArray(MetricDatumInput[]::new)).withMessageContaining("at most 40");
    }

    @Test
    void whatIsAcceptedCanBeReadWithItsPercentiles() {
        metrics.service().accept("Highlands/test",
                List.of(new MetricDatumInput("Latency", List.of(new Dimension("Service", "a")), NOON.minusSeconds(30),
                        null, List.of(10.0, 20.0, 500.0), List.of(97.0, 2.0, 1.0), null, "Milliseconds", 60)));

        StatisticsResult result = metrics.service()
                .statistics(new StatisticsRequest(Metrics.metric("Latency", "a"), NOON.minusSeconds(60), NOON, 60,
                        List.of("Sum", "SampleCount"), List.of("p97", "p98"), Optional.empty()));

        StatisticsResult.Datapoint point = result.datapoints().getFirst();
        assertThat(point.timestamp()).isEqualTo(NOON.minusSeconds(60));
        assertThat(point.unit()).isEqualTo("Milliseconds");
        assertThat(point.statistics()).containsEntry("Sum", 1510.0).containsEntry("SampleCount", 100.0);
        assertThat(point.extendedStatistics()).containsEntry("p97", 10.0).containsEntry("p98", 20.0);
    }
}
