// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.balancer.TargetGroupCounters;
import io.highlands.local.forward.LatencyCounter;
import io.highlands.local.forward.StatusClasses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BalancerMetricsTest {

    private static final String NAME = "app/balancer/0123456789abcdef";
    private static final Map<String, String> BALANCER = Map.of("LoadBalancer", NAME);
    private static final Map<String, String> GROUP = Map.of("LoadBalancer", NAME, "TargetGroup",
            "targetgroup/b/fedcba9876543210");

    private final BalancerMetrics metrics = new BalancerMetrics("eu-west-1a");

    @Test
    void zerosAreNotReportedWhereAwsReportsNonzeroValuesOnly() {
        Published published = publish(100, 0, 1);
        assertThat(published.sum("HTTPCode_Target_2XX_Count", GROUP)).isEqualTo(100);
        assertThat(published.find("HTTPCode_Target_5XX_Count", GROUP)).isEmpty();
        assertThat(published.find("HTTPCode_ELB_5XX_Count", BALANCER)).isEmpty();
    }

    @Test
    void answersOfTheLoadBalancerItselfAreCountedByCode() {
        Published published = publish(0, 7, 0);
        assertThat(published.sum("HTTPCode_ELB_5XX_Count", BALANCER)).isEqualTo(7);
        assertThat(published.sum("HTTPCode_ELB_503_Count",
                Map.of("LoadBalancer", NAME, "AvailabilityZone", "eu-west-1a"))).isEqualTo(7);
        assertThat(published.find("HTTPCode_ELB_502_Count", BALANCER)).isEmpty();
    }

    /** Elastic Load Balancing, load-balancer-cloudwatch-metrics and load-balancer-troubleshooting. */
    @Test
    void a501CountsAsA5xxAndAsNoneOfThoseThatHaveAMetricOfTheirOwn() {
        Batch batch = Published.batch();
        metrics.add(batch, new BalancerSnapshot(0, new StatusClasses(0, 0, 0, 0, 10), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                List.of()), NAME);
        Published published = Published.of(batch);

        assertThat(published.sum("HTTPCode_ELB_5XX_Count", BALANCER)).isEqualTo(10);
        for (int status : List.of(500, 502, 503, 504)) {
            assertThat(published.find("HTTPCode_ELB_" + status + "_Count", BALANCER)).isEmpty();
        }
    }

    @Test
    void hostsAreReportedWithTheirTargetGroupAndWithoutAnyHostToo() {
        assertThat(publish(1, 0, 1).sum("HealthyHostCount", GROUP)).isEqualTo(1);
        Published none = publish(1, 0, 0);
        assertThat(none.sum("HealthyHostCount", GROUP)).isZero();
        assertThat(none.find("HealthyHostCount", BALANCER)).isEmpty();
        assertThat(none.find("RequestCount", GROUP)).isEmpty();
    }

    @Test
    void percentilesOfTheResponseTimeCanBeAskedFor() {
        var sample = publish(100, 0, 1).find("TargetResponseTime", GROUP).orElseThrow();
        assertThat(sample.unit()).isEqualTo("Seconds");
        assertThat(Statistic.parse("p50").of(sample.samples()).orElseThrow()).isCloseTo(0.05, within(0.007));
        assertThat(Statistic.parse("p99").of(sample.samples()).orElseThrow()).isCloseTo(0.099, within(0.013));
    }

    /** Answers after 1 to 100 ms. */
    private Published publish(long answered, long refused, long healthy) {
        LatencyCounter times = new LatencyCounter();
        for (int i = 1; i <= answered; i++) {
            times.count(i * 1_000_000L);
        }
        TargetGroupCounters group = new TargetGroupCounters(
                "arn:aws:elasticloadbalancing:eu-west-1:000000000000:targetgroup/b/fedcba9876543210", "b", answered,
                new StatusClasses(0, answered, 0, 0, 0), 0, 0, 0, healthy, 0, times.snapshot());
        Batch batch = Published.batch();
        metrics.add(batch, new BalancerSnapshot(answered, new StatusClasses(0, 0, 0, 0, refused), 0, 0, refused, 0, 0,
                0, 0, 0, 0, 0, 0, List.of(group)), NAME);
        return Published.of(batch);
    }
}
