// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.time.Duration;
import java.util.LinkedHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.EntryMeasures;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;
import io.highlands.dashboards.datadog.SamplePlatform;
import io.highlands.telemetry.Status;

import static org.assertj.core.api.Assertions.assertThat;

class MetricNamesTest {

    /** Names from Datadog's pages Amazon ECS, Amazon ELB, and AWS integration and CloudWatch FAQ. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            AWS/ECS,               CPUUtilization,            Average,     aws.ecs.service.cpuutilization
            AWS/ECS,               CPUUtilization,            Maximum,     aws.ecs.service.cpuutilization.maximum
            AWS/ECS,               MemoryUtilization,         Average,     aws.ecs.service.memory_utilization
            ECS/ContainerInsights, RunningTaskCount,          Minimum,     ecs.containerinsights.running_task_count.minimum
            ECS/ContainerInsights, DesiredTaskCount,          Maximum,     ecs.containerinsights.desired_task_count.maximum
            ECS/ContainerInsights, DeploymentCount,           SampleCount, ecs.containerinsights.deployment_count.samplecount
            AWS/ApplicationELB,    RequestCount,              Sum,         aws.applicationelb.request_count
            AWS/ApplicationELB,    HTTPCode_ELB_5XX_Count,    Sum,         aws.applicationelb.httpcode_elb_5xx
            AWS/ApplicationELB,    HTTPCode_Target_5XX_Count, Sum,         aws.applicationelb.httpcode_target_5xx
            AWS/ApplicationELB,    TargetResponseTime,        Average,     aws.applicationelb.target_response_time
            AWS/ApplicationELB,    TargetResponseTime,        p99,         aws.applicationelb.target_response_time.p99
            AWS/ApplicationELB,    HealthyHostCount,          Minimum,     aws.applicationelb.healthy_host_count.minimum
            """)
    void namesAreThoseOfDatadogsLists(String namespace, String name, String statistic, String expected) {
        assertThat(MetricNames.of(stat(namespace, name, statistic))).isEqualTo(expected);
    }

    /** Not on a list: the rule by which the listed ones are spelt. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            AWS/ECS,               TargetResponseTime,             Average, aws.ecs.target_response_time
            AWS/ApplicationELB,    HTTPCode_ELB_503_Count,         Sum,     aws.applicationelb.httpcode_elb_503
            AWS/ECS,               HTTPCode_Target_5XX_Count,      Sum,     aws.ecs.httpcode_target_5xx_count.sum
            ECS/ContainerInsights, UnHealthyContainerHealthStatus, Maximum, ecs.containerinsights.un_healthy_container_health_status.maximum
            Highlands/prod,        http.client.circuit.open,       Maximum, highlands.prod.http.client.circuit.open.maximum
            """)
    void othersFollowTheRule(String namespace, String name, String statistic, String expected) {
        assertThat(MetricNames.of(stat(namespace, name, statistic))).isEqualTo(expected);
    }

    @Test
    void dimensionsAreTagsInLowerCaseAndTheCallersServiceIsNamed() {
        var platform = SamplePlatform.traced();
        var edge = new EdgeMeasures(platform, platform.edges().getFirst());

        assertThat(Query.of(edge.answered(Status.SERVER_ERROR)).text())
                .isEqualTo("sum:aws.ecs.httpcode_target_5xx_count.sum{clustername:highlands-test,"
                        + "servicename:service-b,targetdiscoveryname:service-a}.as_count()");
    }

    @Test
    void metricWithoutDimensionsIsAskedForEverywhere() {
        assertThat(Query.of(stat("Highlands/prod", "deployment.failed", "Sum")).text())
                .isEqualTo("sum:highlands.prod.deployment.failed.sum{*}.as_count()");
    }

    @Test
    void loadBalancerIsNamedByTheEndOfItsArn() {
        assertThat(Query.of(new EntryMeasures(SamplePlatform.traced()).requests()).text()).isEqualTo(
                "sum:aws.applicationelb.request_count{loadbalancer:app/entry/0123456789abcdef}.as_count()");
    }

    private static MetricStat stat(String namespace, String name, String statistic) {
        return new MetricStat(namespace, name, new LinkedHashMap<>(), statistic, Duration.ofMinutes(1), name);
    }
}
