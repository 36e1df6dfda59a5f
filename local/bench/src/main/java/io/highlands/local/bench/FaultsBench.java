// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.load.Answer;
import io.highlands.local.load.PlannedLoad;

/**
 * {@code bench faults}: what users see while tasks die, freeze, and are replaced. Each scenario runs at 100 requests a
 * second on {@code /?name=} with two tasks of service-a, on a platform that a smaller load has warmed; the last one asks {@code /time} while service-c is frozen.
 */
public final class FaultsBench {

    private static final URI JOINED = URI.create("http://127.0.0.1:8080/?name=Bench");

    private static final int PER_SECOND = 100;

    private static final Duration GIVEN_UP = Duration.ofSeconds(20);

    /** How long the load runs before the fault comes. */
    private static final Duration LEAD = Duration.ofSeconds(5);

    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Checkout checkout;

    private final PrintWriter out;

    private final Duration duration;

    private final List<String> broken = new ArrayList<>();

    /**
     * Prepares the measurement.
     *
     * @param checkout the checkout
     * @param out where the figures go
     * @param duration how long each scenario's load runs
     */
    public FaultsBench(Checkout checkout, PrintWriter out, Duration duration) {
        this.checkout = checkout;
        this.out = out;
        this.duration = duration;
    }

    /**
     * Runs every scenario on a platform of its own.
     *
     * @throws ControlException when a platform runs already, or when a scenario broke its promise
     */
    public void run() throws IOException, InterruptedException {
        Command highlands = new Command(checkout);
        if (ControlClient.find(checkout.state()).isPresent()) {
            throw new ControlException("a platform is running; stop it first with: highlands down");
        }
        highlands.run("up", "-d", "--load", "0", "--scale", "service-a=2");
        try {
            scenarios(new RunningPlatform(checkout));
        } finally {
            highlands.run("down");
        }
        if (!broken.isEmpty()) {
            throw new ControlException("broken: " + String.join("; ", broken));
        }
    }

    /** The first seconds after a start belong to the compilers; what they cost is said and not counted. */
    private void warmUp() throws InterruptedException {
        try (Load run = Load.of(JOINED, 40, GIVEN_UP)) {
            run.awaitSince(WARM_UP);
            Outcome outcome = new Outcome(run.stop(), Instant.now(), 0);
            out.printf("%-36s %5d requests at 40 a second, not counted: %d failed, p99 %.0f ms%n", "warm-up",
                    outcome.samples().size(), outcome.failed().size(), outcome.percentile(99));
            out.flush();
        }
    }

    private void scenarios(RunningPlatform platform) throws IOException, InterruptedException {
        warmUp();
        without("A's app killed with -9", platform, () -> platform.signal(platform.anyTask("service-a"), "KILL"));
        for (String service : List.of("service-a", "service-b", "service-c")) {
            without("rolling restart of " + service, platform, () -> platform.restart(service));
        }
        without("environment change", platform, () -> platform.apply(ChangedEnvironment.of(checkout)));
        taskLost(platform);
        oneFrozen(platform);
        frozenUpstreamIsNamed(platform);
    }

    private void without(String name, RunningPlatform platform, Fault fault) throws IOException, InterruptedException {
        Outcome outcome = load(platform, fault);
        report(name, outcome, "none allowed", outcome.failed().isEmpty());
    }

    private void taskLost(RunningPlatform platform) throws IOException, InterruptedException {
        Outcome outcome = load(platform, () -> platform.lose(platform.anyTask("service-a")));
        report("a whole A task lost with its proxy", outcome, "only those in flight on it",
                outcome.failed().stream().allMatch(outcome::wasInFlight));
    }

    private void oneFrozen(RunningPlatform platform) throws IOException, InterruptedException {
        Outcome outcome = load(platform, () -> platform.signal(platform.anyTask("service-a"), "STOP"));
        double lastSeen = outcome.failed().stream().mapToDouble(outcome::secondsAfterFault).max().orElse(0);
        report("one A frozen", outcome, "those that saw it; ejected %.1f s after the freeze".formatted(lastSeen),
                lastSeen < duration.minus(LEAD).toSeconds() - 15);
    }

    private void frozenUpstreamIsNamed(RunningPlatform platform) throws IOException, InterruptedException {
        platform.awaitStable();
        long before = platform.attempts("service-b", "service-c");
        platform.signal(platform.anyTask("service-c"), "STOP");
        Answer sample = PlannedLoad.once(URI.create("http://127.0.0.1:8080/time"), GIVEN_UP);
        long attempts = platform.attempts("service-b", "service-c") - before;
        boolean good = sample.status() == 504 && sample.detail().contains("\"upstream\":\"service-c\"")
                && sample.millis() < 6_000 && attempts <= 3;
        out.printf("%-36s /time answered %d after %.2f s, %d attempts on B to C: %s%n", "C frozen", sample.status(),
                sample.millis() / 1000, attempts, sample.detail());
        if (!good) {
            broken.add("C frozen: /time must answer 504 naming service-c within 6 s after at most 3 attempts");
        }
        platform.awaitStable();
    }

    private Outcome load(RunningPlatform platform, Fault fault) throws IOException, InterruptedException {
        platform.awaitStable();
        try (Load run = Load.of(JOINED, PER_SECOND, GIVEN_UP)) {
            run.awaitSince(LEAD);
            long began = System.nanoTime();
            Instant at = Instant.now();
            fault.inject();
            double took = (System.nanoTime() - began) / 1e9;
            run.awaitSince(duration);
            return new Outcome(run.stop(), at, took);
        }
    }

    private void report(String name, Outcome outcome, String allowed, boolean kept) {
        out.printf("%-36s %5d requests, %d failed (%s), p99 %.0f ms%n", name, outcome.samples().size(),
                outcome.failed().size(), allowed, outcome.percentile(99));
        outcome.failed().stream()
                .collect(Collectors.groupingBy(Outcome::kind, TreeMap::new,
                        Collectors.summarizingDouble(outcome::secondsAfterFault)))
                .forEach((kind, when) -> out.printf("    %d x %s, sent %.2f to %.2f s after the fault%n",
                        when.getCount(), kind, when.getMin(), when.getMax()));
        if (!kept) {
            broken.add(name + ": " + outcome.failed().size() + " failed, allowed: " + allowed);
        }
        out.flush();
    }

    /** Something that goes wrong, or is changed, while users ask. */
    private interface Fault {

        void inject() throws IOException, InterruptedException;
    }
}
