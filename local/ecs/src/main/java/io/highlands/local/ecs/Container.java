// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

import io.highlands.local.ecs.process.LogFile;
import io.highlands.local.ecs.process.ManagedProcess;
import io.highlands.local.template.ContainerSpec;

/**
 * A container of a task, as a process. The tracing sidecar has none: what it would take in is taken in by the platform
 * itself. All methods are called on the loop.
 */
final class Container {

    /** The exit code of a process that SIGKILL has ended. */
    private static final int KILLED = 128 + 9;

    private final ContainerSpec spec;
    private final ContainerSite site;
    private final Runnable onChange;
    /** Null for all containers but the tracing sidecar. */
    private final AgentHealth agent;
    /** Null for all containers but the one whose process somebody else has started. */
    private final AttachedPort attached;
    private ContainerStatus status = ContainerStatus.PENDING;
    private boolean startWanted;
    private boolean everStarted;
    private boolean stopWanted;
    private boolean killWanted;
    /** Null for all containers but the one whose place a process of this machine takes, until it listens. */
    private AttachedPort port;
    private ManagedProcess process;
    private HealthMonitor monitor;
    private Future<?> killTimer;
    private Integer exitCode;
    private String reason;
    private int restarts;

    Container(ContainerSpec spec, ContainerSite site, Runnable onChange) {
        this.spec = spec;
        this.site = site;
        this.onChange = onChange;
        this.agent = isAgent() ? new AgentHealth(spec.healthCheck(), site.aws().timeScale()) : null;
        this.attached = site.attached(spec)
                .map(process -> new AttachedPort(site.loop(), process.address(), this::attachedChanged)).orElse(null);
    }

    /** Whether it is the tracing sidecar itself, and not what prepares files for it. */
    boolean isAgent() {
        return spec.isTracingSidecar() && spec.healthCheck() != null;
    }

    /** Changes how the agent fares. */
    void agent(AgentState state) {
        if (stopWanted || !everStarted || state == agent.state()) {
            return;
        }
        boolean restarted = agent.state() == AgentState.GONE;
        agent.become(state, Instant.now());
        restarts += restarted ? 1 : 0;
        status = state == AgentState.GONE ? ContainerStatus.STOPPED : ContainerStatus.RUNNING;
        exitCode = state == AgentState.GONE ? KILLED : null;
        onChange.run();
    }

    ContainerSpec spec() {
        return spec;
    }

    ContainerStatus status() {
        return status;
    }

    /** Whether it runs or has run, so that what depends on its start may go on. */
    boolean everStarted() {
        return everStarted;
    }

    boolean startWanted() {
        return startWanted;
    }

    /** Whether its process is being started, and may turn out not to. */
    boolean isStarting() {
        return startWanted && status == ContainerStatus.PENDING && process == null && attached == null;
    }

    boolean failedToStart() {
        return status == ContainerStatus.STOPPED && !everStarted && !stopWanted;
    }

    Integer exitCode() {
        return exitCode;
    }

    String reason() {
        return reason;
    }

    HealthStatus health() {
        if (spec.healthCheck() == null) {
            return HealthStatus.UNKNOWN;
        }
        if (attached != null) {
            return attached.health();
        }
        if (agent != null) {
            return everStarted && !stopWanted ? agent.status(Instant.now()) : HealthStatus.UNKNOWN;
        }
        return monitor == null ? HealthStatus.UNKNOWN : monitor.status();
    }

    /** {@return what the health command said when it last failed; empty where it did not, or said nothing} */
    String healthFailure() {
        return monitor == null ? "" : monitor.lastFailure();
    }

    List<String> lastLines() {
        return process == null ? List.of() : process.lastLines();
    }

    void start() {
        startWanted = true;
        if (spec.isTracingSidecar()) {
            everStarted = true;
            startWithoutProcess();
            return;
        }
        if (attached != null) {
            attached.watch();
            return;
        }
        site.loop().elsewhere(this::spawn, this::spawned);
    }

    /** What is given another command with the sidecar's image prepares files for it, and there is nothing to prepare. */
    private void startWithoutProcess() {
        if (!spec.command().isEmpty() || !spec.entryPoint().isEmpty()) {
            ended(0, null);
            return;
        }
        status = ContainerStatus.RUNNING;
        onChange.run();
    }

    /** It runs since it first listened; whoever started it may start it again. */
    private void attachedChanged() {
        everStarted = attached.everListened();
        status = everStarted ? ContainerStatus.RUNNING : status;
        onChange.run();
    }

    private ManagedProcess spawn() throws IOException {
        LogFile log = new LogFile(site.folder().log(spec.name()), LogFile.DEFAULT_SIZE);
        try {
            return ManagedProcess.start(site.command(spec).process(), site.folder().record(spec.name()), log,
                    line -> site.logs().line(site.identity().service(), site.identity().taskId(), spec.name(), line));
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void spawned(ManagedProcess started, Exception failure) {
        if (failure != null) {
            ended(null, "CannotStartContainerError: " + failure.getMessage());
            return;
        }
        process = started;
        status = ContainerStatus.RUNNING;
        everStarted = true;
        started.exit().thenAccept(code -> site.loop().post(() -> exited(code)));
        if (killWanted) {
            started.kill();
        } else if (stopWanted) {
            terminate();
        } else {
            watchHealth();
        }
        onChange.run();
    }

    private void watchHealth() {
        watchPort();
        if (spec.healthCheck() == null) {
            return;
        }
        List<InetSocketAddress> ports = spec.ports().stream().filter(port -> port.protocol().equals("tcp"))
                .map(port -> site.identity().process(port.containerPort())).toList();
        monitor = new HealthMonitor(site.loop(), spec.healthCheck(), site.command(spec).healthCheck(), ports, onChange);
        monitor.start();
    }

    /** Nothing asks such a process for its health: its task is healthy once it has listened. */
    private void watchPort() {
        if (spec.isForeign() && !spec.ports().isEmpty()) {
            port = new AttachedPort(site.loop(), site.identity().process(spec.ports().getFirst().containerPort()),
                    this::listens);
            port.watch();
        }
    }

    private void listens() {
        port.stop();
        onChange.run();
    }

    /** {@return where the process never listened, in words; empty where it did, or has a health command} */
    Optional<String> neverListened() {
        return Optional.ofNullable(port).filter(watched -> !watched.everListened())
                .map(watched -> "nothing listened on " + watched.words() + ", which PORT and {port} name");
    }

    private void exited(int code) {
        if (killTimer != null) {
            killTimer.cancel(false);
        }
        if (mayRestart(code)) {
            restarts++;
            stopMonitor();
            status = ContainerStatus.PENDING;
            start();
            return;
        }
        ended(code, code == KILLED && killTimer != null && reason == null
                ? "killed after its stop timeout of " + spec.stopTimeout().toSeconds() + " s"
                : reason);
    }

    private boolean mayRestart(int code) {
        var policy = spec.restartPolicy();
        return policy.enabled() && !stopWanted && !policy.ignoredExitCodes().contains(code)
                && Duration.between(process.startedAt(), Instant.now()).compareTo(policy.attemptPeriod()) >= 0;
    }

    private void ended(Integer code, String why) {
        stopMonitor();
        status = ContainerStatus.STOPPED;
        exitCode = code;
        reason = why;
        onChange.run();
    }

    private void stopMonitor() {
        if (monitor != null) {
            monitor.stop();
        }
        if (attached != null) {
            attached.stop();
        }
        if (port != null) {
            port.stop();
        }
    }

    /** SIGTERM, and after the stop timeout SIGKILL. */
    void stop() {
        if (stopWanted || status == ContainerStatus.STOPPED) {
            return;
        }
        stopWanted = true;
        if (!startWanted || spec.isTracingSidecar() || attached != null) {
            ended(startWanted ? 0 : null, null);
        } else if (process != null) {
            terminate();
        }
    }

    private void terminate() {
        stopMonitor();
        process.terminate();
        killTimer = site.loop().after(spec.stopTimeout(), process::kill);
    }

    /** SIGKILL at once. */
    void kill() {
        killWanted = true;
        stop();
        if (process != null && status == ContainerStatus.RUNNING) {
            process.kill();
        }
    }

    ContainerSnapshot snapshot() {
        long pid = process != null && status == ContainerStatus.RUNNING ? process.pid() : -1;
        return new ContainerSnapshot(spec.name(), status, health(), pid, exitCode, reason, restarts,
                site.folder().log(spec.name()));
    }
}
