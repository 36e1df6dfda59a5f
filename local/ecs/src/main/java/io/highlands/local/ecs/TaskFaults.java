// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.highlands.local.ecs.process.ManagedProcess;
import io.highlands.local.ecs.process.ProcessSpec;
import io.highlands.local.mesh.TrafficFault;

/**
 * What can be done to running tasks from outside, as AWS FIS does it. Its methods may be called by any thread; a task that
 * is gone is no mistake.
 */
public final class TaskFaults {

    private static final long TIMEOUT_SECONDS = 5;
    private static final String PATH = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");

    private final Loop loop;
    private final Cluster cluster;
    private final Network network;

    TaskFaults(Loop loop, Cluster cluster, Network network) {
        this.loop = loop;
        this.cluster = cluster;
        this.network = network;
    }

    /**
     * Injects a traffic fault from now on.
     *
     * @param fault which, and how
     * @return ends it
     */
    public Runnable injectTraffic(TrafficFault fault) {
        return network.injectTraffic(fault);
    }

    /**
     * Signals the processes of a container: its first one and what that has started.
     *
     * @param taskId the task
     * @param container the container's name
     * @param signal the signal's name, such as {@code STOP}
     */
    public void signal(String taskId, String container, String signal) {
        List<String> pids = loop.call(() -> cluster.live(taskId).stream()
                .flatMap(task -> task.containers().snapshot().stream())
                .filter(each -> each.name().equals(container) && each.pid() > 1)
                .flatMap(each -> ProcessHandle.of(each.pid()).stream())
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .map(process -> Long.toString(process.pid())).toList());
        if (!pids.isEmpty()) {
            kill(signal, pids);
        }
    }

    /** Java knows SIGTERM and SIGKILL only. A process that has ended meanwhile is no mistake. */
    private static void kill(String signal, List<String> pids) {
        try {
            Process kill = new ProcessBuilder(Stream.concat(
                    Stream.of("/bin/sh", "-c", "for pid do kill -s \"$0\" \"$pid\"; done", signal), pids.stream())
                    .toList()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            kill.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new EcsException("processes cannot be signalled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EcsException("interrupted", e);
        }
    }

    /**
     * Starts a process in a task, beside its containers. It is recorded as theirs are, counted as the task's, and ends with
     * the task.
     *
     * @param taskId the task
     * @param command program and arguments
     * @return ends it
     * @throws EcsException when the task is gone, or the process cannot be started
     */
    public Runnable startBeside(String taskId, List<String> command) {
        TaskFolder folder = loop.call(() -> cluster.live(taskId).map(task -> task.containers().injected().folder()))
                .orElseThrow(() -> new EcsException("task " + taskId + " is gone"));
        ManagedProcess process;
        try {
            process = ManagedProcess.start(new ProcessSpec(command, Map.of("PATH", PATH), folder.root()),
                    folder.record(InjectedProcesses.NAME + "-" + System.nanoTime()), OutputStream.nullOutputStream(),
                    line -> {});
        } catch (IOException e) {
            throw new EcsException("a process beside task " + taskId + " cannot be started: " + e.getMessage(), e);
        }
        loop.post(() -> cluster.live(taskId)
                .ifPresentOrElse(task -> task.containers().injected().add(process), process::kill));
        return () -> loop.post(() -> cluster.live(taskId)
                .ifPresentOrElse(task -> task.containers().injected().end(process), process::kill));
    }

    /**
     * Changes how the tracing sidecar of a task fares.
     *
     * @param taskId the task
     * @param state how
     * @return whether the task is there and has such an agent
     */
    public boolean agent(String taskId, AgentState state) {
        return loop.call(
                () -> cluster.live(taskId).filter(task -> task.containers().agent(state))
                        .isPresent());
    }
}
