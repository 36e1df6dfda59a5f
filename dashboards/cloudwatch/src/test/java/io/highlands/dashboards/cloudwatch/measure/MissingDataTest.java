// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.cloudwatch.model.math.MathInputs;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.SamplePlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** What dashboards draw where something, or everything, was not published: nothing known is blank, and none is zero. */
class MissingDataTest {

    private static final double NONE = Double.NaN;

    private static final Range MINUTE = new Range(Instant.parse("2026-01-05T12:00:00Z"), Duration.ofMinutes(1), 1);

    private final MonitoredPlatform platform = SamplePlatform.create();
    private final MonitoredService service = platform.service("service-b");
    private final RequestMeasures requests = new RequestMeasures(platform, service);
    private final ResourceMeasures resources = new ResourceMeasures(platform, service);
    private final EntryMeasures entry = new EntryMeasures(platform);
    private final EdgeMeasures edge = new EdgeMeasures(platform, platform.edgesOf(service).getFirst());

    /** The formula's value in a minute in which metrics had these, NaN for none. */
    private static double value(Formula formula, ToDoubleFunction<MetricStat> published) {
        var ids = new MetricIds();
        String flat = formula.flatten(ids);
        Map<String, TimeSeries> metrics = new LinkedHashMap<>();
        ids.metrics().forEach((id, metric) -> metrics.put(id,
                TimeSeries.of(id, MINUTE, published.applyAsDouble(metric))));
        TimeSeries series = MathExpression.parse(flat).evaluate(new MathInputs(MINUTE, metrics)).getFirst();
        return series.at(MINUTE.start()).orElse(NONE);
    }

    /** A minute in which the service published all its zeros and nobody asked it anything. */
    private static double idle(MetricStat metric) {
        boolean counter = metric.name().endsWith("errors") || metric.name().endsWith("rejected");
        boolean beat = metric.name().startsWith("telemetry");
        return counter ? 0 : beat ? 1 : NONE;
    }

    private static double nothing(MetricStat metric) {
        return NONE;
    }

    @Test
    void nothingPublishedIsBlankOnEveryFormulaOfDashboards() {
        for (Formula formula : new Formula[]{requests.requestRate(), requests.requestRate("/"), requests.errorPercent(),
                requests.meanLatency(), resources.missingTasks(), resources.heapPercent(), entry.requestRate(),
                entry.allRequests(), entry.perSecond(entry.targetErrors()), edge.callRate(), edge.answerRate(),
                entry.balancerErrorRate(), edge.errorPercent(), edge.failedCallPercent(), edge.calleeErrors(),
                edge.knownProxyMadeErrors(),
                edge.addedLatency()}) {
            assertThat(value(formula, MissingDataTest::nothing)).as(formula.expression()).isNaN();
        }
    }

    @Test
    void aServiceThatPublishesAndIsNotAskedHasARateOfZero() {
        assertThat(value(requests.requestRate(), MissingDataTest::idle)).isZero();
        assertThat(value(requests.requestRate("/"), MissingDataTest::idle)).isZero();
        assertThat(value(edge.callRate(), MissingDataTest::idle)).isZero();
        assertThat(value(edge.knownProxyMadeErrors(), MissingDataTest::idle)).isZero();
    }

    @Test
    void withoutRequestsThereIsNeitherAShareNorAMean() {
        assertThat(value(requests.errorPercent(), MissingDataTest::idle)).isNaN();
        assertThat(value(requests.meanLatency(), MissingDataTest::idle)).isNaN();
        assertThat(value(edge.failedCallPercent(), MissingDataTest::idle)).isNaN();
    }

    @Test
    void aRouteThatNobodyAskedDoesNotTakeTheOthersAway() {
        ToDoubleFunction<MetricStat> oneRoute = metric -> "/time".equals(metric.dimensions().get("Route"))
                ? switch (metric.statistic()) {
                    case "SampleCount" -> 120;
                    default -> metric.name().endsWith("errors") ? 6 : 2400;
                }
                : idle(metric);

        assertThat(value(requests.requestRate(), oneRoute)).isEqualTo(2);
        assertThat(value(requests.errorPercent(), oneRoute)).isEqualTo(5);
        assertThat(value(requests.meanLatency(), oneRoute)).isEqualTo(20);
    }

    @Test
    void whatAwsPublishesOnlyWhenItIsNotZeroIsZeroBesideRequests() {
        ToDoubleFunction<MetricStat> well = metric -> metric.name().equals("RequestCount")
                || metric.name().equals("HTTPCode_Target_2XX_Count") ? 60 : NONE;

        assertThat(value(entry.perSecond(entry.targetErrors()), well)).isZero();
        assertThat(value(entry.balancerErrorRate(), well)).isZero();
        assertThat(value(entry.allRequests(), well)).isEqualTo(60);
        assertThat(value(edge.calleeErrors(), well)).isZero();
        assertThat(value(edge.errorPercent(), well)).isZero();
        assertThat(value(edge.answerRate(), well)).isEqualTo(1);
    }

    @Test
    void errorsAloneAreAllErrors() {
        ToDoubleFunction<MetricStat> failing = metric -> metric.name().contains("5XX")
                || metric.name().equals("HTTPCode_ELB_503_Count") ? 30 : NONE;

        assertThat(value(edge.errorPercent(), failing)).isEqualTo(100);
        assertThat(value(edge.calleeErrors(), failing)).isEqualTo(30);
        assertThat(value(entry.balancerErrorRate(), failing)).isEqualTo(0.5);
        assertThat(value(entry.allRequests(), failing)).isEqualTo(30);
    }

    @Test
    void callsThatWereAllTurnedAwayAllFailed() {
        assertThat(value(edge.failedCallPercent(), metric -> metric.name().endsWith("rejected") ? 8 : idle(metric)))
                .isEqualTo(100);
    }

    @Test
    void anObjectiveWithoutTrafficIsKeptAsAlarmsDo() {
        assertThat(value(new AvailabilityMeasures(platform).attainment(), MissingDataTest::nothing)).isEqualTo(100);
        assertThat(value(edge.proxyMadeErrors(), MissingDataTest::nothing)).isZero();
    }
}
