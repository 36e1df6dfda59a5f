// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.Sample;

import static io.highlands.local.cloudwatch.metrics.Metrics.NOON;
import static io.highlands.local.cloudwatch.metrics.Metrics.metric;
import static io.highlands.local.cloudwatch.metrics.Metrics.stat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GetMetricDataTest {

    private static final Instant START = NOON.minusSeconds(300);

    private final MetricDataQuery requests = MetricDataQuery.of("m1", stat(metric("Requests", "a"), "Sum", 60));

    private final MetricDataQuery errors = MetricDataQuery.of("m2", stat(metric("Errors", "a"), "Sum", 60));

    @TempDir
    private Path folder;

    private Metrics metrics;

    @BeforeEach
    void open() {
        metrics = new Metrics(folder);
        metrics.minutes(metric("Requests", "a"), 10, 20, 30, 40, 50);
        metrics.minutes(metric("Requests", "b"), 1, 2, 3, 4, 5);
        metrics.minutes(metric("Errors", "a"), 0, 1, 3);
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private List<MetricDataResult> ask(MetricDataQuery... queries) {
        MetricDataPage page = metrics.service().data(MetricDataRequest.of(List.of(queries), START, NOON));
        assertThat(page.nextToken()).isEmpty();
        return page.results();
    }

    private void refused(String code, String message, MetricDataQuery... queries) {
        assertThatExceptionOfType(CloudWatchException.class).isThrownBy(() -> ask(queries))
                .withMessageContaining(message).satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aMetricAnswersItsStatisticPerPeriod() {
        MetricDataResult result = ask(requests).getFirst();

        assertThat(result.values()).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(result.timestamps()).startsWith(START, START.plusSeconds(60));
        assertThat(result.label()).isEqualTo("Requests");
        assertThat(result.statusCode()).isEqualTo("Complete");
    }

    @Test
    void thePointsComeNewestFirstUnlessAskedOtherwise() {
        MetricDataPage page = metrics.service().data(new MetricDataRequest(List.of(requests), START, NOON, true,
                OptionalInt.empty(), Optional.empty()));

        assertThat(page.results().getFirst().values()).containsExactly(50.0, 40.0, 30.0, 20.0, 10.0);
    }

    @Test
    void theStartIsPartOfTheAnswerAndTheEndIsNot() {
        MetricDataPage page = metrics.service()
                .data(MetricDataRequest.of(List.of(requests), START.plusSeconds(60), START.plusSeconds(180)));

        assertThat(page.results().getFirst().values()).containsExactly(20.0, 30.0);
    }

    @Test
    void theStartIsRoundedDownToTheMinute() {
        MetricDataPage page = metrics.service()
                .data(MetricDataRequest.of(List.of(requests), START.plusSeconds(59), START.plusSeconds(61)));

        assertThat(page.results().getFirst().timestamps()).containsExactly(START, START.plusSeconds(60));
    }

    @Test
    void expressionsUseMetricsAndEachOther() {
        List<MetricDataResult> results = ask(MetricDataQuery.of("e2", "100 * e1").labelled("Error rate"),
                MetricDataQuery.of("e1", "FILL(m2, 0) / m1").hidden(), requests.hidden(), errors.hidden());

        assertThat(results).hasSize(1);
        assertThat(results.getFirst().label()).isEqualTo("Error rate");
        assertThat(results.getFirst().values()).containsExactly(0.0, 0.0, 0.0, 2.5, 6.0);
    }

    @Test
    void aSearchAnswersOneSeriesPerMetricNamedByWhatTellsThemApart() {
        List<MetricDataResult> results = ask(MetricDataQuery
                .of("s", "SEARCH('{Highlands/test,Service} MetricName=\"Requests\"', 'Sum', 60)"));

        assertThat(results).extracting(MetricDataResult::id).containsExactly("s", "s");
        assertThat(results).extracting(MetricDataResult::label).containsExactly("a", "b");
        assertThat(results.get(1).values()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void aSearchCanBeAddedUp() {
        assertThat(ask(MetricDataQuery.of("s",
                "SUM(SEARCH('{Highlands/test,Service} MetricName=\"Requests\"', 'Sum', 60))").every(60)).getFirst()
                .values()).containsExactly(11.0, 22.0, 33.0, 44.0, 55.0);
    }

    @Test
    void dynamicLabelsAreFilledIn() {
        String search = "SEARCH('{Highlands/test,Service} MetricName=\"Requests\"', 'Sum', 60)";

        assertThat(ask(MetricDataQuery.of("s", search).labelled("${PROP('Dim.Service')}: ${LAST} of ${SUM}")))
                .extracting(MetricDataResult::label).containsExactly("a: 50 of 150", "b: 5 of 15");
        assertThat(ask(requests.labelled("${LABEL} ${AVG} ${UNKNOWN}")).getFirst().label())
                .isEqualTo("Requests 30 ${UNKNOWN}");
    }

    @Test
    void metricsOfOneNameAreToldApartByTheirDimensions() {
        assertThat(ask(requests, MetricDataQuery.of("m9", stat(metric("Requests", "b"), "Sum", 60))))
                .extracting(MetricDataResult::label).containsExactly("a", "b");
    }

    @Test
    void aWrongUnitGivesNothing() {
        MetricStat bytes = new MetricStat(metric("Requests", "a"), 60, "Sum", Optional.of("Bytes"));

        assertThat(ask(MetricDataQuery.of("m1", bytes)).getFirst().values()).isEmpty();
    }

    @Test
    void anUnknownMetricIsAnEmptySeries() {
        MetricDataResult result = ask(MetricDataQuery.of("m1", stat(metric("Nothing", "a"), "Sum", 60))).getFirst();

        assertThat(result.values()).isEmpty();
        assertThat(result.statusCode()).isEqualTo("Complete");
    }

    @Test
    void aLongAnswerComesInPagesWithEveryPointOnce() {
        List<Double> values = new ArrayList<>();
        Optional<String> token = Optional.empty();
        int pages = 0;
        do {
            MetricDataPage page = metrics.service().data(new MetricDataRequest(
                    List.of(requests, errors, MetricDataQuery.of("m3", stat(metric("Nothing", "a"), "Sum", 60))), START,
                    NOON, false, OptionalInt.of(3), token));
            page.results().forEach(result -> values.addAll(result.values()));
            token = page.nextToken();
            pages++;
        } while (token.isPresent());

        assertThat(values).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0, 0.0, 1.0, 3.0);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aSeriesThatGoesOnOnTheNextPageIsPartial() {
        MetricDataPage page = metrics.service().data(
                new MetricDataRequest(List.of(requests), START, NOON, false, OptionalInt.of(3), Optional.empty()));

        assertThat(page.results().getFirst().statusCode()).isEqualTo("PartialData");
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        assertThatExceptionOfType(CloudWatchException.class).isThrownBy(() -> metrics.service()
                .data(new MetricDataRequest(List.of(requests), START, NOON, false, OptionalInt.empty(),
                        Optional.of("!"))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("InvalidNextToken"));
    }

    @Test
    void fineDataCanBeHadForThreeHours() {
        Instant old = NOON.minus(Duration.ofHours(4));
        metrics.service().put(List.of(Sample.of(metric("Fine", "a"), old, 1, "Count"),
                Sample.of(metric("Fine", "a"), NOON.minusSeconds(60), 2, "Count")));
        MetricDataQuery fine = MetricDataQuery.of("m1", stat(metric("Fine", "a"), "Sum", 10));
        MetricDataQuery coarse = MetricDataQuery.of("m2", stat(metric("Fine", "a"), "Sum", 60));
        MetricDataRequest request = MetricDataRequest.of(List.of(fine, coarse), old, NOON);

        List<MetricDataResult> documented = metrics.service().data(request).results();
        assertThat(documented.get(0).values()).containsExactly(2.0);
        assertThat(documented.get(1).values()).containsExactly(1.0, 2.0);
        assertThat(metrics.service().evaluate(request).getFirst().points().values()).containsExactly(1.0, 2.0);
    }

    @Test
    void panelsMayHaveAnyPeriod() {
        List<MetricSeries> series = metrics.service().evaluate(MetricDataRequest
                .of(List.of(MetricDataQuery.of("m1", stat(metric("Requests", "a"), "Sum", 100))), START, NOON));

        assertThat(series.getFirst().points().values()).containsExactly(30, 70, 50);
        refused("ValidationError", "1, 5, 10, 20, 30 or a multiple of 60",
                MetricDataQuery.of("m1", stat(metric("Requests", "a"), "Sum", 100)));
    }

    @Test
    void anExpressionTakesTheShortestPeriodThatItUses() {
        MetricDataQuery slow = MetricDataQuery.of("m3", stat(metric("Requests", "b"), "Sum", 300));

        assertThat(ask(requests, slow, MetricDataQuery.of("e1", "m1 * 2"), MetricDataQuery.of("e2", "m3 * 2")))
                .extracting(result -> result.values().size()).containsExactly(5, 1, 5, 1);
    }

    @Test
    void mistakesInQueriesAreNamed() {
        refused("MissingParameter", "MetricDataQueries");
        refused("ValidationError", "'M1'", MetricDataQuery.of("M1", stat(metric("Requests", "a"), "Sum", 60)));
        refused("ValidationError", "not unique", requests, requests);
        refused("ValidationError", "ReturnData", requests.hidden());
        refused("ValidationError", "p101", MetricDataQuery.of("m1", stat(metric("Requests", "a"), "p101", 60)));
        refused("ValidationError", "'e1': no query has the id 'm7'", MetricDataQuery.of("e1", "m7 * 2"));
        refused("ValidationError", "'e1'", MetricDataQuery.of("e1", "SUM("));
        refused("ValidationError", "circle", MetricDataQuery.of("e1", "e2 + 1"), MetricDataQuery.of("e2", "e1 + 1"));
    }

    @Test
    void aRequestForMorePointsThanMemoryHoldsIsRefused() {
        MetricDataQuery fine = MetricDataQuery.of("m1", stat(metric("Requests", "a"), "Sum", 1));

        assertThatExceptionOfType(CloudWatchException.class)
                .isThrownBy(() -> metrics.service()
                        .data(MetricDataRequest.of(List.of(fine), NOON.minus(Duration.ofDays(30)), NOON)))
                .withMessageContaining("more than 2000000 data points");
    }

    @Test
    void aRequestHasAtMost500QueriesAndAnEndAfterItsStart() {
        refused("ValidationError", "must not have a size greater than 500",
                Collections.nCopies(501, requests).toArray(MetricDataQuery[]::new));
        assertThatExceptionOfType(CloudWatchException.class)
                .isThrownBy(() -> metrics.service().data(MetricDataRequest.of(List.of(requests), NOON, NOON)))
                .withMessage("The parameter StartTime must be less than the parameter EndTime.");
    }
}
