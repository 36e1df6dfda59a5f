// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.ecs.process.Reaper;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.template.Coverage;
import io.highlands.local.template.Platform;

/** Runs a platform on this machine. Its methods may be called by any thread. */
public final class EcsRuntime implements AutoCloseable {

    /** What is added to the longest stop timeout before what is left is killed. */
    private static final Duration STOP_MARGIN = Duration.ofSeconds(5);

    private final EcsOptions options;
    private final Loop loop = new Loop();
    private final Network network;
    private final Images images;
    private final Cluster cluster;
    private final Stacks stacks;
    private final Slots slots;
    private final TaskFaults faults;
    private final TaskAttachments attachments;
    private final TaskDefinitionRegistry registry;
    private final UpdateQueue updates = new UpdateQueue();
    private volatile Platform platform;

    /**
     * Checks the platform, ends what an earlier run left, and binds the load balancer's ports; nothing is started yet.
     *
     * @param options how to run it
     * @param platform what to run
     * @throws io.highlands.local.template.TemplateException when an image is missing
     * @throws EcsException when the platform cannot be run as the options say
     * @throws io.highlands.local.error.PortTakenException when a port is taken
     */
    public EcsRuntime(EcsOptions options, Platform platform) {
        this.options = options;
        this.platform = platform;
        this.images = new Images(options.stateDir().resolve(EcsOptions.JAR_IMAGES), options.imagesRoot());
        images.check(platform, options.loopback());
        DesiredCounts.check(options.scale(), platform);
        reap(options.stateDir());
        this.network = new Network(platform, options, this::targetChanged);
        this.slots = new Slots(options.loopback(), options.firstSlot());
        EcsContext context = new EcsContext(platform.cluster(), options, loop, network,
                new ImageStore(images, options.stateDir().resolve("pulled")), slots);
        this.cluster = new Cluster(context);
        this.attachments = new TaskAttachments(loop, context, cluster);
        this.faults = new TaskFaults(loop, cluster, network);
        this.registry = new TaskDefinitionRegistry(loop, cluster);
        this.stacks = new Stacks(loop, cluster, network, new EndpointState(options.stateDir(), platform.environment()));
    }

    private static void reap(Path stateDir) {
        try {
            Reaper.reap(stateDir.resolve("tasks"));
        } catch (IOException e) {
            throw new EcsException("what an earlier run left in " + stateDir + " cannot be ended: " + e.getMessage(),
                    e);
        }
    }

    /** Begins to start the platform. {@link #awaitStable} waits for it. */
    public void start() {
        updates.add(() -> stacks.create(platform));
    }

    /**
     * Takes over changed templates, as a deployment of all stacks does: services whose tasks changed are replaced without a
     * gap. What cannot be run is refused before anything is changed; when a service is given up, everything goes back to what
     * ran before.
     *
     * @param next what to run from now on
     * @param order which service is replaced when
     * @param longest how long that may take; a roll-back may take as long again
     * @return completes when all is deployed; fails in one line when a service was given up, once the roll-back is over
     */
    public CompletableFuture<Void> apply(Platform next, RollOrder order, Duration longest) {
        check(next, Map.of());
        return updates.add(() -> {
            Platform before = platform;
            platform = next;
            try {
                stacks.update(before, next, order, longest);
            } catch (RuntimeException e) {
                platform = before;
                throw e;
            }
        });
    }

    /**
     * Checks that changed templates can be run, and changes nothing.
     *
     * @param next what would run
     * @param scale the numbers of tasks that services would have, by the service's name
     * @throws io.highlands.local.template.TemplateException when an image is missing
     * @throws EcsException when it cannot be run
     */
    public void check(Platform next, Map<String, Integer> scale) {
        images.check(next, options.loopback());
        DesiredCounts.check(options.scale(), next);
        DesiredCounts.check(scale, next);
        network.check(next);
    }

    /** {@return whether this is what was taken over last} */
    public boolean runs(Platform other) {
        return platform == other;
    }

    /** {@return completes when the tasks that are being stopped now have ended, and with them all that they send} */
    public CompletableFuture<Void> drained() {
        return loop.call(cluster::drained);
    }

    /**
     * Waits until everything that was begun is done and all services are in a steady state.
     *
     * @param longest how long to wait
     * @throws EcsException in one line when a service cannot be started, or is not stable in time
     */
    public void awaitStable(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        Waiting.on(updates.last(), longest, () -> notStable(longest));
        for (Service service : loop.call(cluster::services)) {
            Waiting.on(loop.call(service::whenSteady), Duration.ofNanos(Math.max(0, deadline - System.nanoTime())),
                    () -> notStable(longest));
        }
    }

    private String notStable(Duration waited) {
        return loop.call(() -> cluster.services().stream().filter(service -> !service.isSteady())
                .map(service -> service.notSteady(waited)).findFirst()
                .orElse("the platform is not stable after " + waited.toSeconds() + " s"));
    }

    /**
     * Replaces all tasks of a service, without a gap.
     *
     * @param service its name
     * @return completes with the deployment; fails in one line when it was given up or replaced
     */
    public CompletableFuture<Void> forceNewDeployment(String service) {
        return loop.call(() -> cluster.redeploy(service)).copy();
    }

    /**
     * Replaces all tasks of a service by tasks of the image in a folder, until {@link #useBuiltImages}. The first of them that
     * fails ends it, and the old tasks go on.
     *
     * @return completes when they are healthy; fails in one line when one failed, or when a newer deployment began
     */
    public CompletableFuture<Void> runImage(String service, Path folder) {
        return loop.call(() -> cluster.runImage(service, folder)).copy();
    }

    /** The next deployment of each service runs what the build has made. */
    public void useBuiltImages() {
        images.useBuilt();
    }

    /**
     * Begins a deployment of another task definition, or of an earlier one, without a gap.
     *
     * @param service its name
     * @param revision family and number; a family alone is its latest ACTIVE revision
     * @return completes with the deployment; fails in one line when it was given up or replaced
     * @throws EcsException when there is no such revision, it is INACTIVE, or the service cannot run it
     */
    public CompletableFuture<Void> deploy(String service, String revision) {
        return loop.call(() -> cluster.deploy(service, revision)).copy();
    }

    /** {@return the task definitions that were registered, and what is done with them} */
    public TaskDefinitionRegistry taskDefinitions() {
        return registry;
    }

    /**
     * Changes how many tasks a service has, until the platform is stopped.
     *
     * @param service its name
     * @param count how many
     * @return completes when as many are healthy
     */
    public CompletableFuture<Void> setDesiredCount(String service, int count) {
        DesiredCounts.check(service, count);
        return loop.call(() -> cluster.scale(service, count)).copy();
    }

    /**
     * Stops a task as a user would; the service starts another one.
     *
     * @param taskId its id, or the beginning of it
     * @param reason what is shown as the reason
     */
    public void stopTask(String taskId, String reason) {
        onTask(taskId, task -> task.stop(StopCode.UserInitiated, reason));
    }

    /**
     * Loses a task with its proxy at once, as when the machine under it fails. ECS notices after some seconds.
     *
     * @param taskId its id, or the beginning of it
     */
    public void loseTask(String taskId) {
        onTask(taskId, Task::lose);
    }

    public TaskFaults faults() {
        return faults;
    }

    public TaskAttachments attachments() {
        return attachments;
    }

    private void onTask(String taskId, Consumer<Task> action) {
        loop.call(() -> {
            action.accept(cluster.task(taskId));
            return null;
        });
    }

    /** {@return what runs at this moment} */
    public ClusterSnapshot snapshot() {
        return new ClusterSnapshot(platform.environment(), platform.cluster(), loop.call(cluster::snapshot));
    }

    /** {@return what the mesh has counted, per edge and server} */
    public MeshSnapshot meshCounters() {
        return network.meshCounters();
    }

    /** {@return what the load balancer has counted, or null when the environment has none} */
    public BalancerSnapshot balancerCounters() {
        return network.balancerCounters();
    }

    /** {@return the port of the load balancer's first listener, or -1 when the environment has none} */
    public int loadBalancerPort() {
        return network.loadBalancerPort();
    }

    /**
     * What of the templates is run here, and what differently.
     *
     * @return the reader's coverage, with the differences that running processes makes
     */
    public Coverage coverage() {
        return Differences.addedTo(platform, options.loopback());
    }

    /** {@return a line for each address in the tasks' variables to which nothing leads, here as in AWS} */
    public List<String> brokenPaths() {
        return BrokenPaths.in(platform);
    }

    /** Health of a target has changed: its service looks at it. */
    private void targetChanged(String taskId) {
        loop.post(() -> cluster.services().forEach(Service::changed));
    }

    /** Stops all tasks, side by side, and what does not end in time is killed. Nothing is left. */
    @Override
    public void close() {
        if (!updates.refuseOthers()) {
            return;
        }
        updates.close();
        network.closeBalancer();
        CompletableFuture<Void> ended = loop.call(cluster::end);
        if (!Waiting.ends(ended, longestStop().plus(STOP_MARGIN))) {
            loop.post(cluster::kill);
            Waiting.ends(ended, STOP_MARGIN);
        }
        network.close();
        loop.close();
        reap(options.stateDir());
        slots.close();
    }

    private Duration longestStop() {
        return platform.services().stream().flatMap(service -> service.taskDefinition().containers().stream())
                .map(container -> container.stopTimeout()).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
