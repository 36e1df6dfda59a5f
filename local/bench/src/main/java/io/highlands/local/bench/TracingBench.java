// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.TracingChange;
import io.highlands.local.checkout.TracingSwitch;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;

/**
 * {@code bench tracing}: off, datadog and opentelemetry in turns on one platform that is never stopped: how long a switch takes
 * and whether a request fails meanwhile, what tracing costs, and whether every request became one trace.
 */
public final class TracingBench {

    private static final URI JOINED = URI.create("http://127.0.0.1:8080/?name=Bench");
    private static final int PER_SECOND = 50;
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** With tracing on, everything: this process, the proxies and intake in it, and the services with their agents. */
    private static final double MAX_MEMORY_MIB = 1.6 * 1024;
    /** What a heap may have grown by under load; an agent that was left behind is more. */
    private static final double AS_BEFORE = 1.15;
    private static final List<Position> POSITIONS = List.of(new Position("datadog", true), new Position("opentelemetry",
            true), new Position("off", false));

    /** Off, as it is before tracing was ever on: after as many requests, the services shall be as small again. */
    private static final Position BEFORE = new Position("before", false);

    private final Checkout checkout;
    private final PrintWriter out;
    private final int requests;
    private final UnsentSpans unsent;
    private final List<String> broken = new ArrayList<>();
    private double servicesBefore;
    private final Map<String, List<TracingFigures>> figures = new LinkedHashMap<>();

    private record Position(String name, boolean enabled) {}

    /**
     * Prepares the measurement. It changes a copy of the environment's file, and leaves the checkout's own alone.
     *
     * @param out where the figures go
     * @param requests how many requests each position is measured with, at 50 a second
     */
    public TracingBench(PrintWriter out, int requests) {
        Path copies = Checkout.current().root().resolve("target/bench/tracing");
        Checkout real = Checkout.current();
        try {
            Files.createDirectories(copies);
            Files.copy(real.environments().resolve("local.yaml"), copies.resolve("local.yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ControlException("the environment's file cannot be copied to " + copies + ": " + e, e);
        }
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, copies.toString());
        this.checkout = Checkout.current();
        this.unsent = new UnsentSpans(checkout.state().logs());
        this.out = out;
        this.requests = requests;
    }

    /**
     * Measures.
     *
     * @param rounds how often each position is measured
     * @throws ControlException when a platform runs already, or when a promise is broken
     */
    public void run(int rounds) throws IOException, InterruptedException {
        if (ControlClient.find(checkout.state()).isPresent()) {
            throw new ControlException("a platform is running; stop it first with: highlands down");
        }
        switchTo(new Position("off", false), "1");
        Command highlands = new Command(checkout);
        highlands.run("up", "-d", "--load", "0", "--assembly", checkout.assembly("local").toString());
        try {
            measure(new TracedTasks(checkout), rounds);
        } finally {
            highlands.run("down");
        }
        figures.forEach((name, list) -> out.println(TracingFigures.median(name, list)));
        if (!broken.isEmpty()) {
            throw new ControlException("broken: " + String.join("; ", broken));
        }
    }

    private void measure(TracedTasks tasks, int rounds) throws IOException, InterruptedException {
        warmUp();
        steady(tasks, BEFORE, 0);
        for (int round = 1; round <= rounds; round++) {
            for (Position position : POSITIONS) {
                double seconds = switchTo(tasks, position, "1");
                warmUp();
                steady(tasks, position, seconds);
                if (position.enabled() && round == 1) {
                    double again = switchTo(tasks, position, "0");
                    out.printf("%-14s sample rate 0 after %.1f s%n", position.name(), again);
                    forced(tasks, position);
                }
            }
        }
    }

    private static Load load() {
        return Load.of(JOINED, PER_SECOND, GIVEN_UP);
    }

    private static void warmUp() throws InterruptedException {
        try (Load run = load()) {
            run.awaitSince(WARM_UP);
            run.stop();
        }
    }

    private void switchTo(Position position, String rate) {
        new TracingChange(checkout, "local").to(TracingSwitch.wish(position.enabled(),
                null, position.enabled() ? position.name() : null, rate));
    }

    /** Changes the switch under load. Returns the seconds until the first whole trace, or until the last agent was gone. */
    private double switchTo(TracedTasks tasks, Position position, String rate) throws InterruptedException {
        try (Load run = load()) {
            run.awaitSince(Duration.ofSeconds(2));
            long began = System.nanoTime();
            switchTo(position, rate);
            tasks.roll(checkout.assembly("local"));
            Instant rolled = Instant.now();
            if (position.enabled() && rate.equals("1")) {
                await(() -> tasks.wholeTraces(rolled, Instant.now()) > 0, "a trace of " + position.name());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            long failed = run.stop().stream().filter(answer -> !answer.good()).count();
            check(seconds <= 30, position.name() + ": the switch took %.1f s, allowed 30".formatted(seconds));
            check(failed == 0, position.name() + ": " + failed + " requests failed during the switch");
            return seconds;
        }
    }

    private void steady(TracedTasks tasks, Position position, double seconds) throws IOException, InterruptedException {
        double cpu = tasks.cpuSeconds();
        Instant since = Instant.now();
        Outcome outcome;
        try (Load run = load()) {
            run.awaitSince(Duration.ofMillis(1000L * requests / PER_SECOND));
            outcome = new Outcome(run.stop(), since, 0);
        }
        double cpuMillis = (tasks.cpuSeconds() - cpu) * 1000 / outcome.samples().size();
        Instant until = Instant.now();
        int sent = outcome.samples().size();
        if (position.enabled()) {
            await(() -> tasks.wholeTraces(since, until) >= sent, sent + " traces of " + position.name());
        }
        int traces = tasks.wholeTraces(since, until);
        if (traces != (position.enabled() ? sent : 0)) {
            broken.add("%s: %d requests, %d traces through all services, %d in all; agents: %s".formatted(
                    position.name(), sent, traces, tasks.traces(since, until), unsent.since(since)));
        }
        check(outcome.failed().isEmpty(), position.name() + ": " + outcome.failed().size() + " requests failed");
        TracingFigures measured = new TracingFigures(seconds, tasks.restartSeconds(), tasks.memoryMiB(), cpuMillis,
                outcome.percentile(50), outcome.percentile(99), sent, traces);
        memory(tasks, position, measured.memoryMiB());
        figures.computeIfAbsent(position.name(), name -> new ArrayList<>()).add(measured);
        out.println(measured.line(position.name()));
        out.flush();
    }

    private void memory(TracedTasks tasks, Position position, double all) {
        if (position.enabled()) {
            check(all <= MAX_MEMORY_MIB, "%s: %.0f MiB of memory, allowed %.0f".formatted(position.name(), all,
                    MAX_MEMORY_MIB));
        } else if (position.equals(BEFORE)) {
            servicesBefore = tasks.servicesMiB();
        } else {
            double services = tasks.servicesMiB();
            out.printf("%-14s %.0f MiB PSS of the services, %.0f before%n", position.name(), services, servicesBefore);
            check(services <= AS_BEFORE * servicesBefore, "off: the services have %.0f MiB, before %.0f"
                    .formatted(services, servicesBefore));
        }
    }

    /** At a sample rate of 0, callers who ask for their requests to be kept. */
    private void forced(TracedTasks tasks, Position position) throws IOException, InterruptedException {
        Instant since = Instant.now();
        int good = ForcedRequests.send(JOINED, requests / 2);
        TimeUnit.SECONDS.sleep(6);
        int traces = tasks.traces(since, Instant.now());
        out.printf("%-14s %d requests that force sampling at sample rate 0: %d answered, %d traces kept%n",
                position.name(), requests / 2, good, traces);
        check(traces == 0 && good == requests / 2, position.name() + ": outside requests forced " + traces + " traces");
    }

    private void check(boolean kept, String promise) {
        if (!kept) {
            broken.add(promise);
        }
    }

    private void await(java.util.function.BooleanSupplier condition, String what) throws InterruptedException {
        Instant end = Instant.now().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                broken.add("no " + what + " within " + TIMEOUT.toSeconds() + " s");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }
}
