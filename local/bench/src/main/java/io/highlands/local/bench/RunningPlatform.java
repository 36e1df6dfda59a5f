// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;

/** The platform under measurement: its tasks found, hurt and watched. */
final class RunningPlatform {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ControlClient client;

    RunningPlatform(Checkout checkout) {
        client = ControlClient.find(checkout.state())
                .orElseThrow(() -> new ControlException("the platform is not running"));
    }

    /** A running task of a service. */
    JsonNode anyTask(String service) {
        return StreamSupport.stream(client.get("/status").path("tasks").spliterator(), false)
                .filter(task -> task.path("service").asString().equals(service))
                .filter(task -> task.path("lastStatus").asString().equals("RUNNING"))
                .findFirst().orElseThrow(() -> new ControlException("no running task of " + service));
    }

    /** Sends a signal to a task's app. */
    void signal(JsonNode task, String signal) throws IOException, InterruptedException {
        long pid = task.path("pid").asLong();
        if (pid <= 1) {
            throw new ControlException("task " + task.path("id").asString() + " has no process to signal");
        }
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start();
        if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new ControlException("kill -" + signal + " " + pid + " failed");
        }
    }

    void lose(JsonNode task) {
        client.post("/lose?task=" + encoded(task.path("id").asString()), PATIENCE);
    }

    void restart(String service) {
        client.post("/restart?service=" + encoded(service), PATIENCE);
    }

    void apply(Path assembly) {
        client.post("/apply?assembly=" + encoded(assembly.toString()), PATIENCE);
    }

    void awaitStable() {
        client.post("/await-stable", PATIENCE);
    }

    /** How often a client's proxy has tried to reach a service. */
    long attempts(String client, String service) {
        return StreamSupport.stream(this.client.get("/status").path("edges").spliterator(), false)
                .filter(edge -> edge.path("client").asString().equals(client))
                .filter(edge -> edge.path("server").asString().equals(service))
                .mapToLong(edge -> edge.path("attempts").asLong()).sum();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
