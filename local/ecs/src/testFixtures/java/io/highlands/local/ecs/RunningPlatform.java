// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.highlands.local.ecs.process.Until;
import io.highlands.local.template.Platform;

import static org.assertj.core.api.Assertions.assertThat;

/** A platform that a test runs, and what tests ask of it. */
public final class RunningPlatform implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final EcsRuntime runtime;

    public RunningPlatform(Path folder, Platform platform) {
        this(folder, Map.of(), platform);
    }

    /** Tests take high slots, beside those of a platform that somebody runs. */
    RunningPlatform(Path folder, Map<String, Integer> scale, Platform platform) {
        this.runtime = new EcsRuntime(new EcsOptions(folder.resolve("state"), folder.resolve("images"),
                Path.of(System.getProperty("java.home"))).withScale(scale).withLoadBalancerPort(0).withFirstSlot(150),
                platform);
    }

    public RunningPlatform start() {
        runtime.start();
        try {
            runtime.awaitStable(TIMEOUT);
            return this;
        } catch (RuntimeException e) {
            runtime.close();
            throw e;
        }
    }

    public EcsRuntime runtime() {
        return runtime;
    }

    public ServiceSnapshot service(String name) {
        return runtime.snapshot().service(name);
    }

    /** The service's tasks that are not yet STOPPED. */
    public List<TaskSnapshot> tasks(String service) {
        return live(service(service));
    }

    public TaskSnapshot onlyTask(String service) {
        List<TaskSnapshot> tasks = tasks(service);
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    public TaskSnapshot stoppedTask(String service, String id) {
        await("task " + id + " to be STOPPED", () -> service(service).tasks().stream()
                .anyMatch(task -> task.id().equals(id) && task.lastStatus() == TaskStatus.STOPPED));
        return service(service).tasks().stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }

    /** Waits until a service has a stable task other than one. */
    public TaskSnapshot replacement(String service, String of) {
        await("task " + of + " to be replaced", () -> {
            ServiceSnapshot now = service(service);
            return now.stable() && live(now).size() == 1 && !live(now).getFirst().id().equals(of);
        });
        return onlyTask(service);
    }

    private static List<TaskSnapshot> live(ServiceSnapshot service) {
        return service.tasks().stream().filter(task -> task.lastStatus() != TaskStatus.STOPPED).toList();
    }

    public List<String> messages(String service) {
        return service(service).events().reversed().stream().map(ServiceEvent::message).toList();
    }

    public static void await(String what, BooleanSupplier condition) {
        Until.holds(what, condition);
    }

    static ProcessHandle process(TaskSnapshot task, String container) {
        long pid = task.container(container).pid();
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("no process " + pid + " of " + task));
    }

    /** Signals a container's process; never a number that stands for many processes. */
    static void signal(String signal, TaskSnapshot task, String container) {
        long pid = process(task, container).pid();
        assertThat(pid).as("process of " + task).isGreaterThan(1);
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor()).isZero();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
