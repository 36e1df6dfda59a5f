// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.List;
import java.util.function.UnaryOperator;

import io.highlands.local.template.TaskDefinitionSpec;

/** The task definitions of a platform, as ECS keeps them. Its methods may be called by any thread. */
public final class TaskDefinitionRegistry {

    private final Loop loop;
    private final Cluster cluster;

    TaskDefinitionRegistry(Loop loop, Cluster cluster) {
        this.loop = loop;
        this.cluster = cluster;
    }

    /** {@return all that were registered since the platform began, INACTIVE ones too, family by family, oldest first} */
    public List<TaskDefinitionRevision> all() {
        return loop.call(() -> cluster.revisions().all());
    }

    /**
     * Registers a changed task definition, as RegisterTaskDefinition does; no task runs it yet.
     *
     * @param service the service whose present task definition is changed
     * @param change what is different in the new revision
     * @return the new revision's family and number, for {@link EcsRuntime#deploy}
     */
    public String register(String service, UnaryOperator<TaskDefinitionSpec> change) {
        return loop.call(() -> cluster.register(service, change)).name();
    }

    /**
     * Makes a revision INACTIVE, as DeregisterTaskDefinition does: what runs it goes on, and no service can be updated to it.
     *
     * @param revision family and number
     * @return the INACTIVE revision
     * @throws EcsException when there is no such revision
     */
    public TaskDefinitionRevision deregister(String revision) {
        return loop.call(() -> cluster.revisions().deregister(revision));
    }

    /**
     * Begins to deploy a changed task definition as an update of the service's stack does: when it is deployed, the revision
     * that it replaced is deregistered, unless the template retains it; when it is rolled back, the new one is.
     *
     * @param service the service whose present task definition is changed
     * @param change what is different in the new revision
     * @return the new revision's family and number
     */
    public String release(String service, UnaryOperator<TaskDefinitionSpec> change) {
        return loop.call(() -> cluster.release(service, change)).name();
    }
}
