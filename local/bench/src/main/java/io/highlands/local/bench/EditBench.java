// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;

/**
 * {@code bench edit}: from saving a changed source file of service A to the first response with the change, with
 * {@code highlands up} on the running platform and with {@code highlands dev}. The file is as before at the end.
 */
public final class EditBench {

    /** The longest time that meets the requirement, in seconds. */
    private static final double LIMIT = 15;

    private static final Duration TIMEOUT = Duration.ofSeconds(330);

    private static final String FILE = "services/service-a/src/main/java/io/highlands/service/a/Fields.java";

    private static final String BEFORE = "Field 1";

    private final Checkout checkout;

    private final Command highlands;

    private final PrintWriter out;

    private final EditedResponse response = new EditedResponse();

    /**
     * Prepares the measurement.
     *
     * @param checkout the checkout
     * @param out where the figures go
     */
    public EditBench(Checkout checkout, PrintWriter out) {
        this.checkout = checkout;
        this.highlands = new Command(checkout);
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param runs how many edits
     * @return whether both requirements are met and no request failed
     * @throws ControlException when a platform runs already, or a change does not arrive
     */
    public boolean run(int runs) throws IOException, InterruptedException {
        if (ControlClient.find(checkout.state()).isPresent()) {
            throw new ControlException("a platform is running; stop it first with: highlands down");
        }
        Path file = checkout.root().resolve(FILE);
        String before = Files.readString(file);
        if (!before.contains(BEFORE)) {
            throw new ControlException(FILE + " has no text '" + BEFORE + "', which this measurement changes");
        }
        List<Double> seconds = new ArrayList<>();
        try {
            highlands.run("up", "-d");
            for (int run = 1; run <= runs; run++) {
                String text = "Field 1 of edit " + run;
                seconds.add(edit(file, before.replace(BEFORE, text), text));
                out.printf("up run %d: %.1f s from save to response%n", run, seconds.getLast());
            }
            report(seconds, runs);
            boolean dev = new DevEdits(checkout, response, out).run(file, before, BEFORE, runs);
            return dev && response.failed() == 0 && Figures.median(seconds) <= LIMIT;
        } finally {
            highlands.run("down");
            Files.writeString(file, before);
        }
    }

    private void report(List<Double> seconds, int runs) {
        out.printf(
                "up: median of %d: %.1f s from save to the first changed response (requirement %.0f, aim 8), %d failed requests%n",
                runs, Figures.median(seconds), LIMIT, response.failed());
    }

    private double edit(Path file, String source, String expected) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Files.writeString(file, source);
        Process up = highlands.start("up");
        double arrived = awaitText(expected, began, up);
        highlands.await(up, "up");
        return arrived;
    }

    private double awaitText(String expected, long began, Process up) throws InterruptedException {
        while (response.body().filter(body -> body.contains(expected)).isEmpty()) {
            if (seconds(began) > TIMEOUT.toSeconds() || !up.isAlive() && up.exitValue() != 0) {
                throw new ControlException("no response with '" + expected + "' after " + (int) seconds(began) + " s");
            }
            LockSupport.parkNanos(50_000_000);
        }
        return seconds(began);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
