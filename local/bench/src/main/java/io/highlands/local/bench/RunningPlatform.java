// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.EdgeEntry;
import io.highlands.local.control.message.TaskEntry;

/** The platform under measurement: its tasks found, hurt and watched. */
final class RunningPlatform {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private final ControlClient client;

    RunningPlatform(Checkout checkout) {
        client = ControlClient.find(checkout.state())
                .orElseThrow(() -> new ControlException("the platform is not running"));
    }

    /** A running task of a service. */
    TaskEntry anyTask(String service) {
        return client.status().tasks().stream().filter(task -> task.service().equals(service))
                .filter(TaskEntry::runs).findFirst()
                .orElseThrow(() -> new ControlException("no running task of " + service));
    }

    /** Sends a signal to a task's app. */
    void signal(TaskEntry task, String signal) throws IOException, InterruptedException {
        long pid = task.process()
                .orElseThrow(() -> new ControlException("task " + task.id() + " has no process to signal"));
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start();
        if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new ControlException("kill -" + signal + " " + pid + " failed");
        }
    }

    void lose(TaskEntry task) {
        client.lose(task.id(), TIMEOUT);
    }

    void restart(String service) {
        client.restart(service, TIMEOUT);
    }

    void apply(Path assembly) {
        client.apply(new ApplyRequest(assembly.toString(), false), TIMEOUT);
    }

    void awaitStable() {
        client.awaitStable(TIMEOUT);
    }

    /** How often a client's proxy has tried to reach a service. */
    long attempts(String client, String service) {
        return this.client.status().edges().stream()
                .filter(edge -> edge.client().equals(client) && edge.server().equals(service))
                .mapToLong(EdgeEntry::attempts).sum();
    }
}
