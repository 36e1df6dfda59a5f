// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import io.highlands.local.ecs.ContainerSnapshot;
import io.highlands.local.ecs.RunningPlatform;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TestImages;
import io.highlands.local.ecs.TestService;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;

import static org.assertj.core.api.Assertions.assertThat;

/** FIS injects stress through an agent, and DescribeTasks lists the containers of the task definition alone. */
@ResourceLock("tasks")
class InjectedProcessTest {

    @Test
    void aProcessThatAFaultHasStartedInATaskIsNoContainer(@TempDir Path folder) {
        new TestImages(folder.resolve("images")).with("sick", TestImages.HEALTHY);
        Platform platform = TestService.platform(new TestService("sick").mesh(8080));
        try (PlatformApis api = new PlatformApis(folder, new RunningPlatform(folder, platform).start(),
                () -> platform, Stacks.NONE)) {
            TaskSnapshot task = api.platform().onlyTask("sick");
            api.platform().runtime().faults().startBeside(task.id(), List.of("sleep", "60"));
            RunningPlatform.await("the process to be the task's", () -> api.platform().onlyTask("sick").containers()
                    .stream().anyMatch(ContainerSnapshot::isInjected));

            assertThat(api.aws("ecs", "describe-tasks", "--cluster", "highlands-test", "--tasks", task.id(), "--query",
                    "tasks[].containers[].name", "--output", "text")).isEqualTo("sick");
        }
    }
}
