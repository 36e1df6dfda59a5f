// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.SamplePlatform;
import io.highlands.telemetry.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeasuresTest {

    private static final String[] SERIES = {"target5xx", "elb500", "elb502", "elb503", "elb504", "requests"};

    private final MonitoredPlatform platform = SamplePlatform.create();

    @Test
    void anEdgeIsFoundByTheCalleesDiscoveryNameAndTheCallersService() {
        var edge = new EdgeMeasures(platform, platform.edgesOf(platform.service("service-b")).getFirst());

        assertThat(edge.meanLatency().dimensions()).isEqualTo(Map.of("TargetDiscoveryName", "service-a", "ServiceName",
                "service-b", "ClusterName", "highlands-test"));
        assertThat(edge.failedCalls(Status.NO_ANSWER).dimensions())
                .isEqualTo(Map.of("Service", "service-b", "Upstream", "service-a", "Status", "error"));
    }

    @Test
    void aServicesOwnProxyIsFoundByItsOwnNames() {
        var requests = new RequestMeasures(platform, platform.service("service-a"));

        assertThat(requests.proxyRequests().dimensions()).isEqualTo(
                Map.of("DiscoveryName", "service-a", "ServiceName", "service-a", "ClusterName", "highlands-test"));
    }

    @Test
    void theLoadBalancersOwnFailuresCountAsBadAndAsRequests() {
        var availability = new AvailabilityMeasures(platform);
        var ids = new MetricIds();
        String elb = " + FILL(elb500, 0) + FILL(elb502, 0) + FILL(elb503, 0) + FILL(elb504, 0))";

        assertThat(availability.attainment().flatten(ids)).isEqualTo("100 * (1 - (FILL(target5xx, 0)" + elb
                + " / IF((FILL(requests, 0)" + elb + " > 0, (FILL(requests, 0)" + elb + ", 1))");
        assertThat(ids.metrics()).containsOnlyKeys(SERIES);
    }

    /** HTTPCode_ELB_5XX_Count has 501, 505 and 561 too (Elastic Load Balancing, load-balancer-cloudwatch-metrics). */
    @Test
    void whatAnyCallerCanProvokeIsNoFailureOfTheLoadBalancer() {
        assertThat(new EntryMeasures(platform).balancerErrorsByStatus().values()).extracting(MetricStat::name)
                .containsExactly("HTTPCode_ELB_500_Count", "HTTPCode_ELB_502_Count", "HTTPCode_ELB_503_Count",
                        "HTTPCode_ELB_504_Count");
    }

    @Test
    void burnRatesTakeTheirWindowAsPeriodOfEveryMetric() {
        var ids = new MetricIds();
        Formula burn = new AvailabilityMeasures(platform).burnRate(AvailabilityMeasures.FAST_LONG);
        burn.flatten(ids);

        assertThat(burn.label()).isEqualTo("burn rate over 1 h");
        assertThat(ids.metrics().values()).extracting(MetricStat::period).containsOnly(Duration.ofHours(1));
        assertThat(new AvailabilityMeasures(platform).burnRate(AvailabilityMeasures.FAST_SHORT).label())
                .isEqualTo("burn rate over 5 min");
    }

    @Test
    void thePercentageWithinTheLatencyObjectiveIsThatOfRequests() {
        assertThat(new AvailabilityMeasures(platform).withinLatency().statistic()).isEqualTo("PR(:1)");
    }

    @Test
    void sameNumbersShareAnIdAndOthersDoNot() {
        var edges = platform.edges();
        var ids = new MetricIds();
        String first = new EdgeMeasures(platform, edges.get(0)).callRate().flatten(ids);
        String second = new EdgeMeasures(platform, edges.get(1)).callRate().flatten(ids);
        String again = new EdgeMeasures(platform, edges.get(0)).callRate().flatten(ids);

        assertThat(first).isEqualTo("(calls + 0 * beats) / PERIOD(calls)").isEqualTo(again);
        assertThat(second).isEqualTo("(calls2 + 0 * beats2) / PERIOD(calls2)");
    }

    @Test
    void textsInExpressionsAreNoIds() {
        assertThat(Expressions.replaceIds("FILL(a, REPEAT) + METRIC_COUNT(SEARCH('a b', 'Sum'))", Map.of("a", "z")))
                .isEqualTo("FILL(z, REPEAT) + METRIC_COUNT(SEARCH('a b', 'Sum'))");
    }

    @Test
    void anIdWithoutAnInputIsRefused() {
        assertThatThrownBy(() -> Formula.of("x", "a + b").with("a", new EntryMeasures(platform).requests())
                .flatten(new MetricIds())).hasMessage("id b in a + b is none of [a]");
        assertThatThrownBy(() -> Formula.of("x", "a").with("a", new EntryMeasures(platform).requests()).with("a",
                new EntryMeasures(platform).requests())).hasMessage("id a is taken in a");
    }

    @Test
    void aPeriodIsWholeMinutes() {
        assertThatThrownBy(() -> new EntryMeasures(platform).requests().over(Duration.ofSeconds(90)))
                .hasMessage("period of RequestCount is 90 s, allowed are multiples of 60");
    }

    @Test
    void onlyAPublicServiceHasHostsAtTheLoadBalancer() {
        assertThatThrownBy(() -> new EntryMeasures(platform).healthyHosts(platform.service("service-a")))
                .hasMessage("service-a has no target group: it is not public");
    }

    @Test
    void anAlarmTakesAFormulaAsOneExpressionOverMetrics() {
        var metric = (software.amazon.awscdk.services.cloudwatch.MathExpression) new AvailabilityMeasures(platform)
                .burnRate(AvailabilityMeasures.FAST_SHORT).metric();

        MathExpression.parse(metric.getExpression());
        assertThat(metric.getUsingMetrics()).containsOnlyKeys(SERIES);
        assertThat(metric.getPeriod().toSeconds()).isEqualTo(300);
    }
}
