// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.load.Answer;

/**
 * The edits of {@code bench edit} with {@code highlands dev}: from saving a source file of service A to the first response with
 * the change, beside a steady load of which no request may fail.
 */
final class DevEdits {

    /** The longest time that meets the requirement, in seconds. */
    private static final double LIMIT = 5;

    private static final int PER_SECOND = 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final Checkout checkout;

    private final EditedResponse response;

    private final PrintWriter out;

    DevEdits(Checkout checkout, EditedResponse response, PrintWriter out) {
        this.checkout = checkout;
        this.response = response;
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param file the source file
     * @param source its text
     * @param text what is changed of it, and returned by the service
     * @param runs how many edits
     * @return whether the requirement is met and no request failed
     */
    boolean run(Path file, String source, String text, int runs) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Answer> answers;
        Process dev = start();
        try (BufferedReader lines = dev.inputReader();
                Load load = Load.of(response.uri(), PER_SECOND, REQUEST_TIMEOUT)) {
            awaitWatching(lines);
            for (int run = 1; run <= runs; run++) {
                String expected = text + " of dev edit " + run;
                long began = System.nanoTime();
                Files.writeString(file, source.replace(text, expected));
                seconds.add(awaitText(expected, began, dev));
                awaitDeployed(lines);
                out.printf("dev run %d: %.1f s from save to response%n", run, seconds.getLast());
            }
            answers = load.stop();
        } finally {
            dev.destroy();
            dev.waitFor();
        }
        long failed = answers.stream().filter(answer -> !answer.good()).count();
        out.printf("dev: median of %d: %.1f s from save to the first changed response (requirement %.0f, aim 3), "
                + "%d of %d requests failed at %d a second%n", runs, Figures.median(seconds), LIMIT, failed,
                answers.size(), PER_SECOND);
        return failed == 0 && Figures.median(seconds) <= LIMIT;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(checkout.root().resolve("highlands").toString(), "dev", "service-a")
                .redirectErrorStream(true).start();
    }

    private static void awaitWatching(BufferedReader lines) throws IOException {
        awaitLine(lines, ": watching ");
    }

    private static void awaitDeployed(BufferedReader lines) throws IOException {
        awaitLine(lines, "in running tasks after");
    }

    private static void awaitLine(BufferedReader lines, String part) throws IOException {
        String last = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part)) {
                return;
            }
            last = line;
        }
        throw new ControlException("highlands dev ended: " + last);
    }

    private double awaitText(String expected, long began, Process dev) throws InterruptedException {
        while (response.body().filter(body -> body.contains(expected)).isEmpty()) {
            if (seconds(began) > TIMEOUT.toSeconds() || !dev.isAlive()) {
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
