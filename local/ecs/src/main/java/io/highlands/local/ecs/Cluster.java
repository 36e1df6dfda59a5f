// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TargetRegistration;
import io.highlands.local.template.TaskDefinitionSpec;

/** The services of a platform. Used on the loop only. */
final class Cluster {

    private final EcsContext context;
    private final Map<String, Integer> scale;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Revisions revisions = new Revisions();
    private final DeclaredServices declared = new DeclaredServices(revisions);
    private boolean ending;

    Cluster(EcsContext context) {
        this.context = context;
        this.scale = new LinkedHashMap<>(context.options().scale());
    }

    Service service(String name) {
        Service service = services.get(name);
        if (service == null) {
            throw new EcsException("no service '" + name + "'; there are: " + String.join(", ", services.keySet()));
        }
        return service;
    }

    boolean has(String name) {
        return services.containsKey(name);
    }

    /** Creates a service with its endpoints, and begins its first deployment. */
    CompletableFuture<Void> create(ServiceSpec spec) {
        refuseWhenEnding();
        context.network().declare(spec);
        Service service = new Service(spec, desired(spec), context);
        services.put(spec.name(), service);
        makeRoom();
        return deploy(service, spec, declared.create(spec).revision());
    }

    /**
     * Takes over a declaration as CloudFormation does: one that is unchanged leaves the service alone, whatever UpdateService
     * made of it; of any other the task definition counts too. The tasks are replaced when the change concerns them, and when
     * the build has made another image since: in AWS its tag, and so the task definition, would be another.
     */
    CompletableFuture<Void> update(ServiceSpec next) {
        refuseWhenEnding();
        Service service = service(next.name());
        DeclaredServices.Declared before = declared.get(next.name());
        if (before.isUnchangedBy(next)) {
            return hasCurrentImages(service) ? service.whenSteady() : redeploy(next.name());
        }
        service.desired(desired(next));
        makeRoom();
        DeclaredServices.Declared updated = declared.update(next);
        if (service.primary().revision().equals(updated.revision()) && sameTasks(service.spec(), next)) {
            service.settings(next);
            return hasCurrentImages(service) ? service.whenSteady() : redeploy(next.name());
        }
        context.network().declare(next);
        return declared.settle(before, updated, deploy(service, next, updated.revision()));
    }

    /** What the services run now, for {@link #restore}. */
    Map<String, UpdatedService> beforeUpdate() {
        Map<String, UpdatedService> before = new LinkedHashMap<>();
        services.forEach((name, service) -> before.put(name,
                new UpdatedService(service.primary().images().shared(), service.isSteady())));
        return before;
    }

    /** The update is over. */
    void forget(Map<String, UpdatedService> before) {
        before.values().forEach(service -> service.images().release());
    }

    /**
     * Takes a service back to its declaration and its images of before an update, as CloudFormation's roll-back does. One that
     * runs both, since the update did not reach it or its circuit breaker has rolled back, is left alone.
     *
     * @param former its declaration
     * @param before what it ran
     * @return completes when it is steady, where it was steady
     */
    CompletableFuture<Void> restore(ServiceSpec former, UpdatedService before) {
        refuseWhenEnding();
        if (!services.containsKey(former.name())) {
            return create(former);
        }
        Service service = service(former.name());
        service.desired(desired(former));
        DeclaredServices.Declared declaration = declared.get(former.name());
        boolean sameImages = service.primary().images().areThoseOf(before.images());
        boolean failed = service.primary().state() == RolloutState.FAILED || service.primary().failedTasks() > 0;
        if (declaration.isUnchangedBy(former)) {
            return sameImages && !failed
                    ? before.steady() ? service.whenSteady() : CompletableFuture.completedFuture(null)
                    : service.deploy(former, declaration.revision(), before.images().shared());
        }
        context.network().declare(former);
        DeclaredServices.Declared restored = declared.update(former);
        return declared.settle(declaration, restored,
                service.deploy(former, restored.revision(), before.images().shared()));
    }

    private CompletableFuture<Void> deploy(Service service, ServiceSpec spec, TaskDefinitionRevision revision) {
        return service.deploy(spec, revision, new DeploymentImages(context.images()));
    }

    /** Whether the tasks run what the build has made by now. */
    private static boolean hasCurrentImages(Service service) {
        return service.primary().images().areCurrent(service.spec().taskDefinition());
    }

    /**
     * A service as it is before an update.
     *
     * @param images what its tasks run, held until the update is over
     * @param steady whether it was in a steady state
     */
    record UpdatedService(DeploymentImages images, boolean steady) {}

    /** Updates a service's stack with another task definition than it runs; all else of the service stays. */
    TaskDefinitionRevision release(String name, UnaryOperator<TaskDefinitionSpec> change) {
        refuseWhenEnding();
        Service service = service(name);
        ServiceSpec next = service.spec().with(change.apply(service.spec().taskDefinition()));
        DeclaredServices.Declared before = declared.get(name);
        DeclaredServices.Declared updated = declared.update(next);
        declared.settle(before, updated, deploy(service, next, updated.revision()));
        return updated.revision();
    }

    CompletableFuture<Void> redeploy(String name) {
        refuseWhenEnding();
        return deploy(service(name), service(name).spec(), service(name).primary().revision());
    }

    /**
     * Replaces a service's tasks by tasks of another image. The first new task that fails ends the deployment, and the old
     * tasks go on.
     *
     * @param folder the image folder, for all deployments until {@link Images#useBuilt}
     */
    CompletableFuture<Void> runImage(String name, Path folder) {
        refuseWhenEnding();
        Service service = service(name);
        ContainerSpec container = service.spec().taskDefinition().container(name);
        if (container == null || container.repository() == null) {
            throw new EcsException(service.spec().source() + ": " + name + " has no container '" + name
                    + "' with an image that the build makes");
        }
        context.images().use(container.repository(), folder);
        CompletableFuture<Void> done = redeploy(name);
        service.primary().endAtFirstFailure();
        return done;
    }

    /** Registers a revision that differs from what a service runs now. */
    TaskDefinitionRevision register(String name, UnaryOperator<TaskDefinitionSpec> change) {
        return revisions.register(change.apply(service(name).spec().taskDefinition()));
    }

    Revisions revisions() {
        return revisions;
    }

    /** Deploys a revision; all else of the service stays. */
    CompletableFuture<Void> deploy(String name, String revision) {
        refuseWhenEnding();
        Service service = service(name);
        TaskDefinitionRevision wanted = revisions.active(revision);
        requirePorts(service.spec(), wanted);
        return deploy(service, service.spec().with(wanted.definition()), wanted);
    }

    /** ECS refuses a task definition without the ports that the service's configuration names. */
    private static void requirePorts(ServiceSpec service, TaskDefinitionRevision wanted) {
        List<PortMapping> ports = wanted.definition().containers().stream()
                .flatMap(container -> container.ports().stream()).toList();
        for (ServiceConnectService endpoint : service.serviceConnect().services()) {
            if (ports.stream().noneMatch(port -> endpoint.portName().equals(port.name()))) {
                throw new EcsException("portName '" + endpoint.portName() + "' of " + service.name()
                        + "'s Service Connect is not in task definition " + wanted.name());
            }
        }
        for (TargetRegistration target : service.targets()) {
            if (wanted.definition().container(target.containerName()) == null) {
                throw new EcsException("The container " + target.containerName()
                        + " does not exist in the task definition.");
            }
        }
    }

    CompletableFuture<Void> scale(String name, int count) {
        refuseWhenEnding();
        scale.put(name, count);
        service(name).desired(count);
        makeRoom();
        return service(name).whenSteady();
    }

    CompletableFuture<Void> remove(String name) {
        Service service = service(name);
        context.network().remove(service.spec());
        declared.remove(name);
        return service.end(true).thenRun(() -> context.loop().post(() -> services.remove(name)));
    }

    /** Completes when the tasks that are being stopped now have ended. */
    CompletableFuture<Void> drained() {
        return CompletableFuture.allOf(tasks().stream().filter(task -> !task.status().isLive()).map(Task::stopped)
                .toArray(CompletableFuture[]::new));
    }

    CompletableFuture<Void> end() {
        ending = true;
        return CompletableFuture.allOf(
                services.values().stream().map(service -> service.end(false)).toArray(CompletableFuture[]::new));
    }

    void kill() {
        tasks().forEach(Task::kill);
    }

    /** Finds a task that is not yet STOPPED by its id, or by the beginning of it. */
    Task task(String id) {
        List<Task> found = tasks().stream().filter(task -> task.identity().taskId().startsWith(id)).toList();
        if (id.isBlank() || found.size() != 1) {
            throw new EcsException((found.isEmpty() ? "no" : "more than one") + " task '" + id + "'; there are: "
                    + String.join(", ", tasks().stream().map(task -> task.identity().taskId()).toList()));
        }
        return found.getFirst();
    }

    /** A task by its whole id, while it is not being stopped. */
    Optional<Task> live(String id) {
        return tasks().stream().filter(task -> task.identity().taskId().equals(id) && task.status().isLive())
                .findFirst();
    }

    List<Service> services() {
        return List.copyOf(services.values());
    }

    List<ServiceSnapshot> snapshot() {
        return services.values().stream().map(Service::snapshot).toList();
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        services.values().forEach(service -> tasks.addAll(service.tasks()));
        return tasks;
    }

    private int desired(ServiceSpec spec) {
        return scale.getOrDefault(spec.name(), spec.desiredCount());
    }

    private void makeRoom() {
        context.slots().ensureFor(services.values().stream().mapToInt(Service::desired).sum());
    }

    void refuseWhenEnding() {
        if (ending) {
            throw new EcsException("the platform is being stopped");
        }
    }

    /** Whether ECS would keep the tasks: only what a task is made of begins a deployment. */
    private static boolean sameTasks(ServiceSpec one, ServiceSpec other) {
        return one.taskDefinition().fingerprint().equals(other.taskDefinition().fingerprint())
                && one.serviceConnect().equals(other.serviceConnect())
                && one.securityGroups().equals(other.securityGroups()) && one.targets().equals(other.targets());
    }
}
