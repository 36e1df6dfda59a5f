// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.util.List;
import java.util.Optional;

import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.RolloutState;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskDefinitionRevision;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.fault.Injection;

/**
 * A deployment of a revision that does not work, as an update of the service's stack makes it: where the template does not
 * retain the revision before, that one is INACTIVE once the bad one is deployed. It is over when another revision is the
 * primary one, by the circuit breaker or by somebody, and its last task has gone.
 */
final class BadRelease implements Injection {

    private final EcsRuntime runtime;
    private final String service;
    private final TaskDefinitionRevision before;
    private final String bad;

    private BadRelease(EcsRuntime runtime, String service, TaskDefinitionRevision before, String bad) {
        this.runtime = runtime;
        this.service = service;
        this.before = before;
        this.bad = bad;
    }

    static BadRelease deploy(EcsRuntime runtime, ServiceSnapshot service, String how) {
        String present = service.deployments().getFirst().taskDefinition();
        TaskDefinitionRevision before = runtime.taskDefinitions().all().stream()
                .filter(revision -> revision.name().equals(present)).findFirst().orElseThrow();
        String bad = runtime.taskDefinitions().release(service.name(), Mistake.of(service.name(), how));
        return new BadRelease(runtime, service.name(), before, bad);
    }

    @Override
    public List<String> tasks() {
        return now().stream().flatMap(found -> found.tasks().stream())
                .filter(task -> task.lastStatus().isLive() && task.taskDefinition().equals(bad)).map(TaskSnapshot::id)
                .toList();
    }

    @Override
    public boolean isOver() {
        return !isPrimary() && tasks().isEmpty();
    }

    /** Deploys the stack as it was; an update that is under way is rolled back instead. */
    @Override
    public void clear() {
        if (!isPrimary()) {
            return;
        }
        if (now().orElseThrow().deployments().getFirst().rolloutState() == RolloutState.COMPLETED) {
            runtime.taskDefinitions().release(service, present -> before.definition());
        } else {
            runtime.deploy(service, before.name());
        }
    }

    private boolean isPrimary() {
        return now().filter(found -> found.deployments().getFirst().taskDefinition().equals(bad)).isPresent();
    }

    private Optional<ServiceSnapshot> now() {
        return runtime.snapshot().services().stream().filter(found -> found.name().equals(service)).findFirst();
    }
}
