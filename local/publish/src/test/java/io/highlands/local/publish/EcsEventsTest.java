// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.local.ecs.ContainerSnapshot;
import io.highlands.local.ecs.ContainerStatus;
import io.highlands.local.ecs.EcsEvent;
import io.highlands.local.ecs.HealthStatus;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of a task state change event in the Amazon ECS Developer Guide lists the containers of the task definition. */
class EcsEventsTest {

    private static final EcsEvents EVENTS = new EcsEvents("eu-west-1", "000000000000", "cluster");

    @Test
    void aProcessThatAFaultHasStartedInATaskIsNoContainerOfItsEvents() {
        TaskSnapshot task = new TaskSnapshot("1", "ecs-svc/1", "app:1", 1, "127.77.1.1", "127.77.1.2",
                TaskStatus.RUNNING, HealthStatus.HEALTHY, Published.START, Published.START, null, null, null, Map.of(),
                Map.of(), List.of(container("app"), container("fault-injection")));

        JsonNode event = EVENTS.of(new EcsEvent.TaskStateChange(Published.START, "app", task, "RUNNING"));

        assertThat(event.at("/detail/containers").valueStream().map(each -> each.path("name").asString()))
                .containsExactly("app");
    }

    private static ContainerSnapshot container(String name) {
        return new ContainerSnapshot(name, ContainerStatus.RUNNING, HealthStatus.UNKNOWN, 1, null, null, 0,
                Path.of("log"));
    }
}
