// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.template.ServiceSpec;

/** The deployments of one service: the primary one, those that it replaces, and the last one that was completed. */
final class Rollouts {

    private final EventLog events;
    private final Supplier<List<ClientAlias>> endpoints;
    private final List<Deployment> all = new ArrayList<>();
    private Deployment lastCompleted;

    Rollouts(EventLog events, Supplier<List<ClientAlias>> endpoints) {
        this.events = events;
        this.endpoints = endpoints;
    }

    /** Begins a deployment, whose tasks resolve the endpoints that exist now. */
    CompletableFuture<Void> begin(ServiceSpec spec, TaskDefinitionRevision revision, DeploymentImages images,
            Optional<AttachedProcess> attached) {
        Deployment next = new Deployment(spec, revision, endpoints.get(), images, attached);
        if (!all.isEmpty()) {
            primary().done().completeExceptionally(
                    new EcsException(spec.name() + ": deployment " + primary().id() + " was replaced by a newer one"));
        }
        all.addFirst(next);
        events.deployment(next, "SERVICE_DEPLOYMENT_IN_PROGRESS",
                "ECS deployment " + next.id() + " in progress.");
        return next.done();
    }

    Deployment primary() {
        return all.getFirst();
    }

    /** How many tasks the primary deployment has of those that the service wants. */
    int wanted(int desired) {
        return all.isEmpty() ? desired : primary().wanted(desired);
    }

    String id() {
        return primary().id();
    }

    boolean isPrimary(Task task) {
        return task.deployment() == primary();
    }

    boolean mayStart() {
        return primary().state() != RolloutState.FAILED;
    }

    boolean isComplete() {
        return primary().state() == RolloutState.COMPLETED;
    }

    /** All tasks are those of the primary deployment, and healthy. */
    void complete() {
        if (primary().state() == RolloutState.IN_PROGRESS) {
            primary().complete();
            // A roll-back is to tasks of its own
            lastCompleted = primary().attached().isPresent() ? lastCompleted : primary();
            events.add("(deployment " + id() + ") deployment completed.");
            events.deployment(primary(), "SERVICE_DEPLOYMENT_COMPLETED", "ECS deployment " + id() + " completed.");
        }
        if (isComplete()) {
            Deployment primary = primary();
            all.stream().filter(deployment -> deployment != primary).map(Deployment::images)
                    .forEach(DeploymentImages::release);
            all.removeIf(deployment -> deployment != primary);
        }
    }

    /**
     * A task could not be started, or has failed. When the circuit breaker opens, the last completed deployment is the primary
     * one again, and what is left of its tasks stays.
     *
     * @param task the task
     * @param desired how many tasks the service wants
     * @param lastWords how it ended
     * @return the declaration that was rolled back to
     */
    Optional<ServiceSpec> taskFailed(Task task, int desired, String lastWords) {
        Deployment deployment = primary();
        if (task.deployment() != deployment || deployment.state() != RolloutState.IN_PROGRESS) {
            return Optional.empty();
        }
        deployment.taskFailed();
        boolean isFirst = deployment.endsAtFirstFailure();
        if (!isFirst && deployment.failedTasks() < CircuitBreaker.threshold(desired)) {
            return Optional.empty();
        }
        ServiceSpec spec = deployment.spec();
        EcsException why = new EcsException(spec.source() + ": " + spec.name() + " cannot be started: "
                + deployment.failedTasks() + " tasks failed; the last one: " + lastWords);
        if (!isFirst && !spec.circuitBreaker()) {
            events.add("is unable to consistently start tasks successfully.");
            events.action("WARN", "SERVICE_TASK_START_IMPAIRED");
            deployment.done().completeExceptionally(why);
            return Optional.empty();
        }
        deployment.fail(why);
        events.add("(deployment " + deployment.id() + ") deployment failed: tasks failed to start.");
        events.deployment(deployment, "SERVICE_DEPLOYMENT_FAILED",
                "ECS deployment circuit breaker: task failed to start.");
        if (!isFirst && !spec.rollback() || lastCompleted == null) {
            return Optional.empty();
        }
        events.add("rolling back to deployment " + lastCompleted.id() + ".");
        all.remove(lastCompleted);
        all.addFirst(lastCompleted);
        return Optional.of(lastCompleted.spec());
    }

    List<DeploymentSnapshot> snapshot(List<Task> live, int desired) {
        return all.stream().map(deployment -> {
            List<Task> own = live.stream().filter(task -> task.deployment() == deployment).toList();
            int running = (int) own.stream().filter(task -> task.status() == TaskStatus.RUNNING).count();
            boolean primary = deployment == primary();
            return deployment.snapshot(primary, primary ? desired : own.size(), running, own.size() - running);
        }).toList();
    }
}
