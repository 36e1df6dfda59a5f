// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/**
 * Where the containers of one task run.
 *
 * @param loop the scheduler's thread
 * @param task the task definition
 * @param images the images of its deployment
 * @param identity the task's addresses
 * @param folder the task's files
 * @param javaHome the JDK that they run on
 * @param logs takes their lines
 * @param aws AWS as they find it
 * @param traced variables of the containers beside a tracing sidecar
 * @param resolvable the endpoints that the task resolves
 * @param attached the process that takes the place of one of them
 */
record ContainerSite(Loop loop, TaskDefinitionSpec task, DeploymentImages images, TaskIdentity identity,
        TaskFolder folder,
        Path javaHome, LogSink logs, AwsEnvironment aws, Supplier<Map<String, String>> traced,
        List<ClientAlias> resolvable, Optional<AttachedProcess> attached) {

    /** {@return the process in the place of a container's, where one is} */
    Optional<AttachedProcess> attached(ContainerSpec container) {
        return attached.filter(process -> process.container().equals(container.name()));
    }

    ContainerCommand command(ContainerSpec container) {
        return new ContainerCommand(task, container, images.find(task, container),
                new ListenerVariables(identity, resolvable), folder, javaHome, aws,
                task.containers().stream().anyMatch(ContainerSpec::isTracingSidecar) ? traced.get() : Map.of());
    }
}
