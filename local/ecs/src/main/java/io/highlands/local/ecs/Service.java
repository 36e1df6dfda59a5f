// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

import io.highlands.local.template.ServiceSpec;

/** A service: it keeps as many tasks as are wanted, and moves them from one deployment to the next. Used on the loop only. */
final class Service implements TaskListener {

    private static final int STOPPED_KEPT = 10;

    private final EcsContext context;
    private final EventLog events;
    private final NextLook nextLook;
    private final List<Task> tasks = new ArrayList<>();
    private final Deque<TaskSnapshot> stopped = new ArrayDeque<>();
    private final Rollouts rollouts;
    private final Backoff backoff = new Backoff();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private ServiceSpec spec;
    private int desired;
    private boolean steady;
    private boolean ending;
    private boolean reconciling;
    private String lastFailure = "";

    Service(ServiceSpec spec, int desired, EcsContext context) {
        this.spec = spec;
        this.desired = desired;
        this.context = context;
        this.nextLook = new NextLook(context.loop(), this::changed);
        this.events = new EventLog(spec.name(), context.options().events());
        this.rollouts = new Rollouts(events, context.network()::endpoints);
    }

    ServiceSpec spec() {
        return spec;
    }

    /** The deployment that its tasks are moved to. */
    Deployment primary() {
        return rollouts.primary();
    }

    int desired() {
        return desired;
    }

    /** How many tasks there are to be now. */
    private int wanted() {
        return rollouts.wanted(desired);
    }

    boolean isSteady() {
        return steady;
    }

    /** Why it is not in a steady state, in one line. */
    String notSteady(Duration waited) {
        long healthy = live().stream().filter(Task::isHealthy).count();
        String line = spec.source() + ": " + spec.name() + " is not stable after " + waited.toSeconds() + " s: "
                + healthy + " of " + wanted() + " tasks are healthy";
        String why = lastFailure.isEmpty()
                ? live().stream().filter(task -> !task.isHealthy()).map(Task::lastWords).findFirst().orElse("")
                : lastFailure;
        return why.isEmpty() ? line : line + "; " + why;
    }

    List<Task> tasks() {
        return List.copyOf(tasks);
    }

    /** Begins a deployment: all tasks are replaced. */
    CompletableFuture<Void> deploy(ServiceSpec next, TaskDefinitionRevision revision, DeploymentImages images) {
        return deploy(next, revision, images, Optional.empty());
    }

    /** The same, where a process may take the place of its own tasks. */
    CompletableFuture<Void> deploy(ServiceSpec next, TaskDefinitionRevision revision, DeploymentImages images,
            Optional<AttachedProcess> attached) {
        CompletableFuture<Void> done = rollouts.begin(next, revision, images, attached);
        takeOver(next);
        return done;
    }

    private void takeOver(ServiceSpec last) {
        backoff.reset();
        settings(last);
    }

    /** Takes over settings that no task has to be replaced for. */
    void settings(ServiceSpec next) {
        spec = next;
        changed();
    }

    void desired(int count) {
        if (count != desired) {
            desired = count;
            events.add("has set the desired count to " + count + ".");
            events.action("INFO", "SERVICE_DESIRED_COUNT_UPDATED");
            changed();
        }
    }

    /** Completes when as many tasks as wanted are healthy, and no others are there. An attached process is not waited for. */
    CompletableFuture<Void> whenSteady() {
        if (steady || primary().attached().isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> future = new CompletableFuture<>();
        waiting.add(future);
        return future;
    }

    /** Stops all tasks, without draining when the whole platform ends; done when they have stopped. */
    CompletableFuture<Void> end(boolean drain) {
        ending = true;
        desired = 0;
        EcsException why = new EcsException("service " + spec.name() + " was stopped");
        rollouts.primary().done().completeExceptionally(why);
        waiting.forEach(future -> future.completeExceptionally(why));
        tasks().forEach(drain ? Task::retire : Task::end);
        return CompletableFuture.allOf(tasks.stream().map(Task::stopped).toArray(CompletableFuture[]::new));
    }

    @Override
    public void registered(Task task) {
        task.deployment().spec().targets().forEach(
                target -> events.add("registered 1 targets in (target-group " + target.targetGroup() + ")"));
    }

    @Override
    public void stopping(Task task) {
        boolean failed = switch (task.stopCode()) {
            case TaskFailedToStart, EssentialContainerExited, TerminationNotice -> true;
            case UserInitiated -> false;
            case ServiceSchedulerInitiated -> task.unhealthyReason() != null;
        };
        if (failed && !ending && rollouts.isPrimary(task)) {
            lastFailure = task.lastWords();
            if (!task.wasHealthy()) {
                backoff.failed(Instant.now());
            }
            rollouts.taskFailed(task, wanted(), lastFailure).ifPresent(this::takeOver);
        }
        task.deployment().spec().targets().forEach(
                target -> events.add("deregistered 1 targets in (target-group " + target.targetGroup() + ")"));
    }

    @Override
    public void stopped(Task task) {
        tasks.remove(task);
        context.slots().giveBack(task.identity().slot());
        stopped.addFirst(task.snapshot());
        if (stopped.size() > STOPPED_KEPT) {
            stopped.removeLast();
        }
        changed();
    }

    @Override
    public void changed(Task task) {
        changed();
    }

    /** Something has changed: look at everything once more, soon. */
    void changed() {
        if (!reconciling) {
            reconciling = true;
            context.loop().post(this::reconcile);
        }
    }

    private void reconcile() {
        reconciling = false;
        nextLook.forget();
        if (ending) {
            return;
        }
        tasks.stream().filter(Task::becameHealthy).toList().forEach(task -> {
            task.deployment().taskHealthy();
            backoff.reset();
        });
        Plan<Task> plan = Plan.next(bounds(), live().stream().map(this::view).toList());
        stop(plan.stop());
        start(plan.start());
        judge();
    }

    /** Its own tasks serve until an attached process is healthy, unless none is wanted. */
    private Plan.Bounds bounds() {
        return new Plan.Bounds(wanted(), spec.minimumHealthyPercent(), spec.maximumPercent(), rollouts.mayStart(),
                desired > 0 && lacksProcess());
    }

    private boolean lacksProcess() {
        return primary().attached().isPresent()
                && tasks.stream().filter(rollouts::isPrimary).noneMatch(Task::isHealthy);
    }

    private List<Task> live() {
        return tasks.stream().filter(task -> task.status().isLive()).toList();
    }

    private Plan.View<Task> view(Task task) {
        return new Plan.View<>(task, rollouts.isPrimary(task), task.isHealthy(), givenUp(task));
    }

    /** Whether a health check has given the task up, and the grace period is over. */
    private boolean givenUp(Task task) {
        if (task.unhealthyReason() == null) {
            return false;
        }
        Duration left = task.startedAt() == null
                ? Duration.ZERO
                : Duration.between(Instant.now(), task.startedAt().plus(spec.healthCheckGracePeriod()));
        if (left.isPositive()) {
            nextLook.within(left);
        }
        return !left.isPositive();
    }

    private void stop(List<Task> unwanted) {
        if (unwanted.isEmpty()) {
            return;
        }
        events.add("has stopped " + unwanted.size() + " running tasks: " + TaskIds.list(unwanted));
        for (Task task : unwanted) {
            String unhealthy = task.unhealthyReason();
            if (unhealthy != null) {
                events.add("(task " + task.identity().taskId() + ") is unhealthy: " + unhealthy + ".");
            }
            task.stop(StopCode.ServiceSchedulerInitiated,
                    unhealthy != null ? unhealthy : "Scaling activity initiated by (deployment " + rollouts.id() + ")");
        }
        changed();
    }

    private void start(int count) {
        Duration wait = backoff.left(Instant.now());
        if (count > 0 && wait.isPositive()) {
            nextLook.within(wait);
            return;
        }
        List<Task> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OptionalInt slot = context.slots().take();
            if (slot.isEmpty()) {
                events.add("was unable to place a task. Reason: Capacity is unavailable at this time.");
                nextLook.within(Duration.ofSeconds(1));
                break;
            }
            Task task = new Task(context.identity(slot.getAsInt(), spec, primary()), primary(), context, this);
            tasks.add(task);
            started.add(task);
            task.start();
        }
        if (!started.isEmpty()) {
            events.add("has started " + started.size() + " tasks: " + TaskIds.list(started));
        }
    }

    private void judge() {
        List<Task> live = live();
        boolean complete = live.size() == wanted()
                && live.stream().allMatch(task -> rollouts.isPrimary(task) && task.isHealthy());
        if (complete) {
            rollouts.complete();
        }
        boolean wasSteady = steady;
        steady = complete && rollouts.isComplete();
        if (steady && !wasSteady) {
            events.add("has reached a steady state.");
            events.action("INFO", "SERVICE_STEADY_STATE");
            waiting.forEach(future -> future.complete(null));
            waiting.clear();
        }
    }

    ServiceSnapshot snapshot() {
        List<TaskSnapshot> all = new ArrayList<>(tasks.stream().map(Task::snapshot).toList());
        all.addAll(stopped);
        int running = (int) live().stream().filter(task -> task.status() == TaskStatus.RUNNING).count();
        return new ServiceSnapshot(spec.name(), wanted(), desired, running, live().size() - running, steady,
                rollouts.snapshot(live(), wanted()), all, events.latestFirst());
    }
}
