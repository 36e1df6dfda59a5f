// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.highlands.local.balancer.TargetHealth;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.template.ServiceSpec;

/**
 * A task from its first address to its last process. It tells its service of every change and leaves all decisions but its
 * own life to it. All methods are called on the loop.
 */
final class Task {

    private static final System.Logger LOG = System.getLogger(Task.class.getName());
    /** How long after its containers have ended a proxy may finish what it was answering. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
    /** How long a lost task stays registered; ECS takes longer to miss one. */
    private static final Duration LOSS_NOTICED = Duration.ofSeconds(5);

    private final TaskIdentity identity;
    private final Deployment deployment;
    private final EcsContext context;
    private final TaskFolder folder;
    private final ContainerGroup containers;
    private final TaskListener listener;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private TaskStatus status = TaskStatus.PROVISIONING;
    private Proxy proxy = Proxy.NONE;
    private CompletableFuture<Void> drained = CompletableFuture.completedFuture(null);
    private boolean provisioned;
    private boolean lost;
    private boolean wasHealthy;
    private final Instant createdAt = Instant.now();
    private Instant startedAt;
    private Instant stoppedAt;
    private StopCode stopCode;
    private String stoppedReason;

    Task(TaskIdentity identity, Deployment deployment, EcsContext context, TaskListener listener) {
        this.identity = identity;
        this.deployment = deployment;
        this.context = context;
        this.listener = listener;
        this.folder = TaskFolder.of(context.options().stateDir(), identity.service(), identity.taskId());
        this.containers = new ContainerGroup(context.site(deployment, identity, folder), this::advance);
    }

    TaskIdentity identity() {
        return identity;
    }

    Deployment deployment() {
        return deployment;
    }

    ContainerGroup containers() {
        return containers;
    }

    private void become(TaskStatus next) {
        status = next;
        context.options().events().happened(new EcsEvent.TaskStateChange(Instant.now(), identity.service(),
                snapshot(), next.isLive() ? TaskStatus.RUNNING.name() : TaskStatus.STOPPED.name()));
    }

    private ServiceSpec spec() {
        return deployment.spec();
    }

    TaskStatus status() {
        return status;
    }

    /** Completes when the task is STOPPED. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    Instant startedAt() {
        return startedAt;
    }

    StopCode stopCode() {
        return stopCode;
    }

    /** Whether it has ever been healthy. */
    boolean wasHealthy() {
        return wasHealthy;
    }

    /** Running, with healthy containers, and healthy in all target groups. */
    boolean isHealthy() {
        return status == TaskStatus.RUNNING && containers.allHealthy() && targetHealth().values().stream()
                .allMatch(health -> health.state() == TargetHealth.State.HEALTHY);
    }

    /** Whether it is healthy for the first time. */
    boolean becameHealthy() {
        boolean first = !wasHealthy && isHealthy();
        wasHealthy |= first;
        return first;
    }

    /** Why a health check has given it up, in ECS's words, or null; an attached process is not given up. */
    String unhealthyReason() {
        if (deployment.attached().isPresent()) {
            return null;
        }
        if (containers.health() == HealthStatus.UNHEALTHY) {
            return "Task failed container health checks";
        }
        return targetHealth().entrySet().stream()
                .filter(entry -> entry.getValue().state() == TargetHealth.State.UNHEALTHY)
                .map(entry -> "Task failed ELB health checks in (target-group " + entry.getKey() + ")").findFirst()
                .orElse(null);
    }

    Map<String, TargetHealth> targetHealth() {
        return status == TaskStatus.RUNNING || status == TaskStatus.DEACTIVATING
                ? context.network().targetHealth(identity, spec())
                : Map.of();
    }

    /** What is known of its end, for one line. */
    String lastWords() {
        return containers.lastWords(stoppedReason);
    }

    void start() {
        context.loop().elsewhere(this::provision, this::provisioned);
    }

    private Proxy provision() throws IOException {
        folder.create();
        TaskLogs.prune(context.options().stateDir(), identity.service());
        Proxy attached = context.network().attach(identity, spec(), deployment.resolvable(), folder);
        folder.writeHosts(attached.hosts());
        return attached;
    }

    private void provisioned(Proxy attached, Exception failure) {
        provisioned = true;
        if (attached != null) {
            proxy = attached;
        }
        if (failure != null) {
            stop(StopCode.TaskFailedToStart, "ResourceInitializationError: " + failure.getMessage());
        }
        if (status == TaskStatus.PROVISIONING) {
            become(TaskStatus.PENDING);
        }
        advance();
    }

    /** Goes on after anything has changed. */
    private void advance() {
        if (!provisioned) {
            return;
        }
        if (status.isLive()) {
            advanceLife();
        }
        if (status == TaskStatus.STOPPING) {
            advanceStop();
        }
        listener.changed(this);
    }

    private void advanceLife() {
        String problem = containers.startReady();
        if (problem != null) {
            stop(StopCode.TaskFailedToStart, problem);
        } else if (containers.essentialEnded() && !lost) {
            stop(StopCode.EssentialContainerExited, "Essential container in task exited");
        } else if (status == TaskStatus.PENDING && containers.allStarted()) {
            become(TaskStatus.ACTIVATING);
            context.network().register(identity, spec());
            startedAt = Instant.now();
            become(TaskStatus.RUNNING);
            listener.registered(this);
        }
    }

    /**
     * Stops the task as ECS does: it is deregistered, its targets are drained, and then its containers get SIGTERM, all the
     * while its proxy serves what is on its way. A task whose process has ended is not drained: nobody would answer.
     */
    void stop(StopCode code, String reason) {
        if (!status.isLive()) {
            return;
        }
        boolean registered = status == TaskStatus.RUNNING;
        stopCode = code;
        stoppedReason = reason;
        become(TaskStatus.DEACTIVATING);
        listener.stopping(this);
        if (!registered) {
            stopContainers();
            return;
        }
        CompletableFuture<Void> targetsDrained = context.network().deregister(identity, spec());
        if (code == StopCode.EssentialContainerExited || lost) {
            stopContainers();
        } else {
            targetsDrained.whenComplete((done, failure) -> context.loop().post(this::stopContainers));
        }
    }

    /** Stops the task because its service is removed. */
    void retire() {
        stop(StopCode.ServiceSchedulerInitiated, "Scaling activity initiated by deletion of the service");
    }

    /**
     * Stops the task without draining: the whole platform ends. Its code is that of a service that is deleted, as nobody
     * has asked for this task's end: the events stay, and the next platform's runbooks look for tasks that ended themselves.
     */
    void end() {
        stop(StopCode.ServiceSchedulerInitiated, "The platform was stopped");
        stopContainers();
    }

    private void stopContainers() {
        if (status != TaskStatus.DEACTIVATING) {
            return;
        }
        become(TaskStatus.STOPPING);
        drained = proxy.drain(containers.longestStop());
        advance();
    }

    private void advanceStop() {
        if (containers.stopReady() && status == TaskStatus.STOPPING) {
            become(TaskStatus.DEPROVISIONING);
            drained.copy().completeOnTimeout(null, lastAnswers().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((done, failure) -> context.loop().elsewhere(this::deprovision, this::finished));
        }
    }

    /** An attached process does not end, and goes on with what it has. */
    private Duration lastAnswers() {
        return deployment.attached().isPresent() ? containers.longestStop() : LAST_ANSWERS;
    }

    private Void deprovision() throws IOException {
        proxy.close();
        folder.delete();
        return null;
    }

    private void finished(Void nothing, Exception failure) {
        if (failure != null) {
            LOG.log(Level.WARNING, "what task {0} left cannot be removed: {1}", identity.taskId(),
                    failure.getMessage());
        }
        stoppedAt = Instant.now();
        become(TaskStatus.STOPPED);
        stopped.complete(null);
        listener.stopped(this);
        context.loop().after(LAST_ANSWERS, proxy::closeLog);
    }

    /** SIGKILL for whatever is left. */
    void kill() {
        containers.kill();
    }

    /** The machine under the task is gone: all at once, and nobody has been told yet. */
    void lose() {
        lost = true;
        boolean registered = status == TaskStatus.RUNNING;
        proxy.close();
        containers.kill();
        if (registered) {
            // A real namespace learns of the loss later than the mesh runs into it.
            context.network().registerInMesh(identity, spec());
        }
        context.loop().after(LOSS_NOTICED,
                () -> stop(StopCode.TerminationNotice, "Task's underlying host was lost"));
    }

    TaskSnapshot snapshot() {
        TargetStates targets = TargetStates.of(targetHealth());
        return new TaskSnapshot(identity.taskId(), deployment.id(), deployment.revision().name(), identity.slot(),
                identity.ingressAddress(), identity.appAddress(), status, containers.health(), createdAt, startedAt,
                stoppedAt, stopCode, stoppedReason, targets.states(), targets.reasons(),
                containers.snapshot());
    }
}
