// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.template.ServiceSpec;

/** One rollout of a service: what its tasks run, and the endpoints that existed when it began. */
final class Deployment {

    private final String id = "ecs-svc/"
            + ThreadLocalRandom.current().nextLong(1_000_000_000_000_000_000L, Long.MAX_VALUE);
    private final Instant createdAt = Instant.now();
    private final ServiceSpec spec;
    private final TaskDefinitionRevision revision;
    private final List<ClientAlias> resolvable;
    private final DeploymentImages images;
    private final Optional<AttachedProcess> attached;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Instant updatedAt = createdAt;
    private RolloutState state = RolloutState.IN_PROGRESS;
    private String reason;
    private int failedTasks;
    private boolean endsAtFirstFailure;

    Deployment(ServiceSpec spec, TaskDefinitionRevision revision, List<ClientAlias> resolvable,
            DeploymentImages images, Optional<AttachedProcess> attached) {
        this.spec = spec;
        this.revision = revision;
        this.resolvable = List.copyOf(resolvable);
        this.images = images;
        this.attached = attached;
        this.reason = "ECS deployment " + id + " in progress.";
    }

    String id() {
        return id;
    }

    ServiceSpec spec() {
        return spec;
    }

    TaskDefinitionRevision revision() {
        return revision;
    }

    List<ClientAlias> resolvable() {
        return resolvable;
    }

    DeploymentImages images() {
        return images;
    }

    /** The process that takes the place of its one task's container, if one does. */
    Optional<AttachedProcess> attached() {
        return attached;
    }

    /** How many tasks it has of those that the service wants: an attached process is one. */
    int wanted(int desired) {
        return attached.isPresent() ? Math.min(1, desired) : desired;
    }

    RolloutState state() {
        return state;
    }

    /** Completes when the deployment is COMPLETED; fails when it is given up or replaced by another one. */
    CompletableFuture<Void> done() {
        return done;
    }

    int failedTasks() {
        return failedTasks;
    }

    void taskFailed() {
        failedTasks++;
    }

    /** The first task that fails ends it, and what was completed before runs on, whatever the service's circuit breaker says. */
    void endAtFirstFailure() {
        endsAtFirstFailure = true;
    }

    boolean endsAtFirstFailure() {
        return endsAtFirstFailure;
    }

    /** A healthy task proves that tasks can be started: the count begins anew. */
    void taskHealthy() {
        failedTasks = 0;
    }

    void complete() {
        state = RolloutState.COMPLETED;
        updatedAt = Instant.now();
        reason = "ECS deployment " + id + " completed.";
        done.complete(null);
    }

    void fail(EcsException why) {
        state = RolloutState.FAILED;
        updatedAt = Instant.now();
        reason = "ECS deployment circuit breaker: tasks failed to start.";
        done.completeExceptionally(why);
    }

    DeploymentSnapshot snapshot(boolean primary, int desired, int running, int pending) {
        return new DeploymentSnapshot(id, primary, revision.name(), desired, running, pending, failedTasks, state,
                reason,
                createdAt, updatedAt, resolvable.stream().map(ClientAlias::dnsName).toList());
    }
}
