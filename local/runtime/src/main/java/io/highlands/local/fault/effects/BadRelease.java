// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.util.List;
import java.util.Optional;

import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.fault.Injection;

/**
 * A deployment of a revision that does not work. It is over when another revision is the primary one, by the circuit breaker
 * or by somebody, and its last task has gone.
 */
final class BadRelease implements Injection {

    private final EcsRuntime runtime;
    private final String service;
    private final String before;
    private final String bad;

    private BadRelease(EcsRuntime runtime, String service, String before, String bad) {
        this.runtime = runtime;
        this.service = service;
        this.before = before;
        this.bad = bad;
    }

    static BadRelease deploy(EcsRuntime runtime, ServiceSnapshot service, String how) {
        String bad = runtime.register(service.name(), Mistake.of(service.name(), how));
        runtime.deploy(service.name(), bad);
        return new BadRelease(runtime, service.name(), service.deployments().getFirst().taskDefinition(), bad);
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

    @Override
    public void clear() {
        if (isPrimary()) {
            runtime.deploy(service, before);
        }
    }

    private boolean isPrimary() {
        return now().filter(found -> found.deployments().getFirst().taskDefinition().equals(bad)).isPresent();
    }

    private Optional<ServiceSnapshot> now() {
        return runtime.snapshot().services().stream().filter(found -> found.name().equals(service)).findFirst();
    }
}
