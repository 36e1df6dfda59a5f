// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.highlands.local.template.ContainerSpec;

/**
 * Processes that somebody else starts on this machine, such as an IDE, in the place of a service's tasks. The service then has
 * one task, whose proxy, addresses, registration and further containers are as ever; only its process is the attached one,
 * which no health check replaces. Any later deployment of the service ends it. Methods may be called by any thread.
 */
public final class TaskAttachments {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Loop loop;
    private final EcsContext context;
    private final Cluster cluster;

    TaskAttachments(Loop loop, EcsContext context, Cluster cluster) {
        this.loop = loop;
        this.context = context;
        this.cluster = cluster;
    }

    /**
     * Begins to replace a service's tasks by one whose process is attached. They go on until the process is healthy.
     *
     * @param service the service's name
     * @param port where the process listens, or will, on 127.0.0.1
     * @param longest how long to wait for the task's addresses
     * @return the variables of the process, which lead to its upstreams through the task's proxy
     * @throws EcsException in one line when the service cannot be attached to, or no task of it can be placed
     */
    public Map<String, String> attach(String service, int port, Duration longest) {
        CompletableFuture<Void> done = loop.call(() -> begin(service, port));
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            Optional<Task> task = loop.call(() -> task(service).filter(TaskAttachments::isProvisioned));
            if (task.isPresent()) {
                return variables(task.get());
            }
            if (done.isCompletedExceptionally() || System.nanoTime() > deadline) {
                Waiting.on(done, POLL, () -> "no task of " + service + " could be started for 127.0.0.1:" + port);
            }
            Waiting.ends(done, POLL);
        }
    }

    private CompletableFuture<Void> begin(String name, int port) {
        cluster.refuseWhenEnding();
        Service service = cluster.service(name);
        if (service.desired() == 0) {
            throw new EcsException(name + " has a desired count of 0, so there is no task to take the place of");
        }
        CompletableFuture<Void> done = service.deploy(service.spec(), service.primary().revision(),
                new DeploymentImages(context.images()), Optional.of(AttachedProcess.of(service.spec(), port)));
        service.primary().endAtFirstFailure();
        return done;
    }

    /**
     * Before that its listeners may be bound by nobody yet, and the containers beside the process fail. After a roll-back the
     * first task is one of the service's own.
     */
    private static boolean isProvisioned(Task task) {
        return task.deployment().attached().isPresent() && task.status() != TaskStatus.PROVISIONING
                && !task.containers().isAnyStarting();
    }

    private Map<String, String> variables(Task task) {
        Deployment deployment = task.deployment();
        AttachedProcess process = deployment.attached().orElseThrow();
        ContainerSpec container = deployment.spec().taskDefinition().container(process.container());
        TaskFolder folder = TaskFolder.of(context.options().stateDir(), task.identity().service(),
                task.identity().taskId());
        return context.site(deployment, task.identity(), folder).command(container)
                .attachedEnvironment(process.port());
    }

    /**
     * Replaces the attached process by the service's own tasks, without a gap as far as it still responds.
     *
     * @return completes when they are healthy; where nothing is attached, at once
     */
    public CompletableFuture<Void> detach(String service) {
        return loop.call(() -> attached(service).isPresent()
                ? cluster.redeploy(service)
                : CompletableFuture.<Void>completedFuture(null)).copy();
    }

    /** {@return how the attached process of a service fares; empty where a newer deployment has taken its place} */
    public Optional<AttachedTask> find(String service) {
        return loop.call(() -> attached(service)
                .map(process -> AttachedTask.of(process.port(), task(service), cluster.service(service).isSteady())));
    }

    private Optional<AttachedProcess> attached(String service) {
        return cluster.has(service) ? cluster.service(service).primary().attached() : Optional.empty();
    }

    private Optional<Task> task(String service) {
        Service of = cluster.service(service);
        return of.tasks().stream().filter(task -> task.deployment() == of.primary() && task.status().isLive())
                .findFirst();
    }
}
