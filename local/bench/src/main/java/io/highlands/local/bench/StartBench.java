// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;

/**
 * {@code bench start}: from the start of {@code highlands up -d}, built and synthesized, to the first 200 of
 * {@code /?name=} through the load balancer, and the memory of all processes once the platform is stable.
 */
public final class StartBench {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Checkout checkout;

    private final Command highlands;

    private final PrintWriter out;

    /**
     * Prepares the measurement.
     *
     * @param checkout the checkout
     * @param out where the figures go
     */
    public StartBench(Checkout checkout, PrintWriter out) {
        this.checkout = checkout;
        this.highlands = new Command(checkout);
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param runs how many starts
     * @throws ControlException when a platform runs already, or one does not come up
     */
    public void run(int runs) throws IOException, InterruptedException {
        if (ControlClient.find(checkout.state()).isPresent()) {
            throw new ControlException("a platform is running; stop it first with: highlands down");
        }
        highlands.run("synth", "local");
        List<Double> answers = new ArrayList<>();
        List<Double> stable = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            try {
                measure(run, answers, stable, memory);
            } finally {
                highlands.run("down");
            }
        }
        out.printf("median of %d: first answer %.1f s (bar 8, aim 5), up -d returns %.1f s, all processes %.0f MiB PSS"
                + " (bar 1178 with dashboards live)%n", runs, Figures.median(answers), Figures.median(stable),
                Figures.median(memory));
    }

    private void measure(int run, List<Double> answers, List<Double> stable, List<Double> memory)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process up = highlands.start("up", "-d");
        awaitAnswer(began, up);
        answers.add(seconds(began));
        highlands.await(up, "up", "-d");
        stable.add(seconds(began));
        ControlClient client = ControlClient.find(checkout.state()).orElseThrow();
        Map<Long, Double> sizes = ProcessMemory.treeMiB(client.pid());
        double sum = sizes.values().stream().mapToDouble(Double::doubleValue).sum();
        memory.add(sum);
        out.printf("run %d: first answer %.1f s, up -d returns %.1f s, memory %.0f MiB PSS (own process %.0f)%n", run,
                answers.getLast(), stable.getLast(), sum, sizes.get(client.pid()));
    }

    private static void awaitAnswer(long began, Process up) {
        URI joined = URI.create("http://127.0.0.1:8080/?name=Bench");
        while (!Answers.isOk(joined)) {
            if (seconds(began) > TIMEOUT.toSeconds() || !up.isAlive() && up.exitValue() != 0) {
                throw new ControlException("no answer from " + joined + " after " + (int) seconds(began) + " s");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
