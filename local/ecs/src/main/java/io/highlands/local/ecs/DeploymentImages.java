// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.Map;
import java.util.TreeMap;
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

    /** {@return the same for one more user, who releases them by itself} */
    DeploymentImages shared() {
        DeploymentImages shared = new DeploymentImages(store);
        pulled.forEach((container, image) -> shared.pulled.put(container, store.use(image)));
        return shared;
    }

    /** Whether tasks of both run the same. */
    boolean areThoseOf(DeploymentImages other) {
        return digests().equals(other.digests());
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        pulled.forEach((container, image) -> digests.put(container, image.digest()));
        return digests;
    }

    /** No further task of the deployment is started. */
    void release() {
        pulled.values().forEach(store::release);
        pulled.clear();
    }
}
