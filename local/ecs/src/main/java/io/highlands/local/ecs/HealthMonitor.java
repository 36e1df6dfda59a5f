// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

import io.highlands.local.ecs.process.Probe;
import io.highlands.local.ecs.process.ProcessSpec;
import io.highlands.local.template.HealthCheckSpec;

/**
 * Runs a container's health command, never two at once. Until it first succeeds it is run every 250 ms; while nothing listens
 * on the container's ports, which is cheap to see, as often as declared: a start is noticed at once and not slowed down.
 */
final class HealthMonitor {

    private static final Duration KNOCK = Duration.ofMillis(50);
    private static final Duration EARLY = Duration.ofMillis(250);

    private final Loop loop;
    private final HealthCheckSpec spec;
    private final ProcessSpec command;
    private final List<InetSocketAddress> ports;
    private final Runnable onChange;
    private final HealthState state;
    private final long startedAt = System.nanoTime();
    private Future<?> next;
    private long lastRun = startedAt;
    private boolean stopped;
    private String lastFailure = "";

    HealthMonitor(Loop loop, HealthCheckSpec spec, ProcessSpec command, List<InetSocketAddress> ports,
            Runnable onChange) {
        this.loop = loop;
        this.spec = spec;
        this.command = command;
        this.ports = List.copyOf(ports);
        this.onChange = onChange;
        this.state = new HealthState(spec);
    }

    HealthStatus status() {
        return state.status();
    }

    /** {@return what the health command last wrote to standard error; empty where it succeeded, or wrote nothing} */
    String lastFailure() {
        return lastFailure;
    }

    void start() {
        next = loop.after(KNOCK, this::check);
    }

    void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private void check() {
        boolean askAnyway = state.everHealthy() || System.nanoTime() - lastRun >= spec.interval().toNanos();
        loop.elsewhere(() -> askAnyway || listens()
                ? Optional.of(Probe.run(command, spec.timeout()))
                : Optional.<Probe.Outcome>empty(), this::take);
    }

    private void take(Optional<Probe.Outcome> outcome, Exception failure) {
        if (stopped) {
            return;
        }
        if (failure == null && outcome.isEmpty()) {
            next = loop.after(KNOCK, this::check);
            return;
        }
        lastRun = System.nanoTime();
        HealthStatus before = state.status();
        boolean success = failure == null && outcome.orElseThrow().succeeded();
        lastFailure = success ? "" : failure == null ? outcome.orElseThrow().line() : failure.getMessage();
        state.after(success, Duration.ofNanos(lastRun - startedAt));
        next = loop.after(state.everHealthy() ? spec.interval() : EARLY, this::check);
        if (state.status() != before) {
            onChange.run();
        }
    }

    private boolean listens() {
        for (InetSocketAddress port : ports) {
            try (Socket socket = new Socket()) {
                socket.connect(port, 200);
            } catch (IOException refused) {
                return false;
            }
        }
        return true;
    }
}
