// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/**
 * The images of a deployment's tasks: the first task to need one resolves its tag, and all later tasks of the deployment run
 * the same, whatever the build has made since. May be used by any thread.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability">
 *     Container image resolution</a>
 */
final class DeploymentImages {

    private final ImageStore store;
    private final Map<String, ImageStore.Pulled> pulled = new ConcurrentHashMap<>();

    DeploymentImages(ImageStore store) {
        this.store = store;
    }

    Image find(TaskDefinitionSpec task, ContainerSpec container) {
        return pulled.computeIfAbsent(container.name(), name -> store.pull(task, container)).image();
    }

    /** Whether the build has made nothing else since the deployment's tasks were started. */
    boolean areCurrent(TaskDefinitionSpec task) {
        return task.containers().stream().filter(container -> pulled.containsKey(container.name()))
                .allMatch(container -> pulled.get(container.name()).digest().equals(store.digest(task, container)));
    }

    /** No further task of the deployment is started. */
    void release() {
        pulled.values().forEach(store::release);
        pulled.clear();
    }
}
