// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.ContainerSnapshot;
import io.highlands.local.ecs.ContainerStatus;
import io.highlands.local.ecs.HealthStatus;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Coverage;
import io.highlands.local.template.Platform;
import io.highlands.local.template.RestartPolicy;
import io.highlands.local.template.ServiceConnectSpec;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.Source;
import io.highlands.local.template.TaskDefinitionSpec;

import static org.assertj.core.api.Assertions.assertThat;

class TaskMetricsTest {

    private static final Source SOURCE = new Source("stack", "Resource");

    private static final Map<String, String> SERVICE = Map.of("ClusterName", "cluster", "ServiceName", "app");

    /** This process stands for both: what it uses is then counted twice, to the byte. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatSomebodyStartedBesideTheContainersCountsAsTheTasks() {
        Batch batch = Published.batch();

        new TaskMetrics().add(batch, cluster(container("app"), container("fault-injection")), platform(),
                Published.START, Duration.ofSeconds(10));

        Published published = Published.of(batch);
        double ofContainer = published.sum("ContainerMemoryUtilized", Map.of("ClusterName", "cluster", "ServiceName",
                "app", "ContainerName", "app"));
        assertThat(ofContainer).isPositive();
        assertThat(published.sum("MemoryUtilized", SERVICE)).isEqualTo(2 * ofContainer);
        assertThat(published.sum("MemoryUtilization", SERVICE)).isEqualTo(2 * ofContainer * 100 / 1024);
        assertThat(published.samples()).noneMatch(
                sample -> sample.metric().dimensions().containsValue("fault-injection"));
    }

    /** ECS developer guide, cloudwatch-container-insights and available-metrics. */
    @Test
    void aServiceWithoutARunningTaskPublishesNothing() {
        Batch batch = Published.batch();
        TaskSnapshot starting = new TaskSnapshot("1", "ecs-svc/1", "app:1", 1, "127.77.1.1", "127.77.1.2",
                TaskStatus.PENDING, HealthStatus.UNKNOWN, Published.START, null, null, null, null, Map.of(), Map.of(),
                List.of());

        new TaskMetrics().add(batch, new ClusterSnapshot("test", "cluster",
                List.of(new ServiceSnapshot("app", 1, 1, 0, 1, false, List.of(), List.of(starting), List.of()))),
                platform(), Published.START, Duration.ofSeconds(10));

        assertThat(Published.of(batch).samples())
                .noneMatch(sample -> sample.metric().dimensions().containsKey("ServiceName"));
    }

    @Test
    void aServiceWithARunningTaskPublishesHowManyItShouldHave() {
        Batch batch = Published.batch();

        new TaskMetrics().add(batch, cluster(container("app")), platform(), Published.START, Duration.ofSeconds(10));

        assertThat(Published.of(batch).sum("DesiredTaskCount", SERVICE)).isEqualTo(1);
        assertThat(Published.of(batch).sum("RunningTaskCount", SERVICE)).isEqualTo(1);
    }

    private static ContainerSnapshot container(String name) {
        return new ContainerSnapshot(name, ContainerStatus.RUNNING, HealthStatus.UNKNOWN,
                ProcessHandle.current().pid(), null, null, 0, Path.of("log"));
    }

    private static ClusterSnapshot cluster(ContainerSnapshot... containers) {
        TaskSnapshot task = new TaskSnapshot("1", "ecs-svc/1", "app:1", 1, "127.77.1.1", "127.77.1.2",
                TaskStatus.RUNNING, HealthStatus.HEALTHY, Published.START, Published.START, null, null, null, Map.of(),
                Map.of(), List.of(containers));
        return new ClusterSnapshot("test", "cluster",
                List.of(new ServiceSnapshot("app", 1, 1, 1, 0, true, List.of(), List.of(task), List.of())));
    }

    private static Platform platform() {
        ContainerSpec container = new ContainerSpec("app", "local/app", "app", true, Map.of(), Map.of(), List.of(),
                List.of(), null, List.of(), null, List.of(), Duration.ofSeconds(5), null, null, 0, true, null, null,
                RestartPolicy.NONE);
        ServiceSpec service = new ServiceSpec(SOURCE, "app", 1, 100, 200, true, true, Duration.ZERO, Set.of(),
                new TaskDefinitionSpec(SOURCE, "app", 512, 1024, List.of(container)), ServiceConnectSpec.DISABLED,
                List.of());
        return new Platform("test", "eu-west-1", "000000000000", "cluster", "namespace", List.of(service), null,
                List.of(), List.of(), new Coverage(List.of()));
    }
}
