// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.highlands.local.bench.BenchFolder;
import io.highlands.local.bench.ProcessMemory;
import io.highlands.local.bench.traces.SpanLoad.Result;
import io.highlands.local.control.ControlException;

/**
 * {@code bench traces}: spans a second through both protocols until they are on disk, then the time that one trace, lists and
 * searches take with all of them stored, and the same of Zipkin's server. The generator runs in this process, on the same cores.
 */
public final class TracesBench {

    private static final double MAX_LOOKUP_MILLIS = 20;

    private static final double MAX_LIST_MILLIS = 200;

    private static final double MAX_SEARCH_MILLIS = 500;

    private static final double ANY_RATE = 1e9;

    private final Path root;

    private final Path folder;

    private final PrintWriter out;

    private boolean held = true;

    /**
     * What is measured.
     *
     * @param length how long each protocol's load runs at the rate
     * @param rate spans a second that must be taken without one dropped; 30,000 is the bar
     * @param spans spans that are stored when it is asked for traces; 5,000,000 is the bar
     * @param zipkin whether Zipkin's server is fetched and measured as well
     */
    public record Plan(Duration length, int rate, long spans, boolean zipkin) {}

    /**
     * Prepares the measurement.
     *
     * @param root the checkout, whose Maven fetches Zipkin
     * @param folder where the store is made, and deleted again
     * @param out where the figures go
     */
    public TracesBench(Path root, Path folder, PrintWriter out) {
        this.root = root;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param plan what
     * @return whether all bars are held
     * @throws ControlException in one line, when spans cannot be sent or kept
     */
    public boolean run(Plan plan) throws Exception {
        BenchFolder.delete(folder);
        Files.createDirectories(folder);
        try {
            double best = own(plan);
            if (plan.zipkin()) {
                zipkin(plan, best);
            }
        } catch (IOException e) {
            throw new ControlException("bench traces: " + e.getMessage(), e);
        } finally {
            BenchFolder.delete(folder);
        }
        say("%s", held ? "all bars are held" : "a bar is missed");
        return held;
    }

    /** Spans a second through OTLP, as fast as they are answered. */
    private double own(Plan plan) throws Exception {
        try (BenchTraces traces = new BenchTraces(folder)) {
            Instant from = Instant.now();
            steady(traces, "OTLP", traces.otlp(), plan);
            steady(traces, "Datadog", traces.datadog(), plan);
            double best = fast(traces, "OTLP", traces.otlp(), plan);
            fast(traces, "Datadog", traces.datadog(), plan);
            Result rest = traces.otlp().run(Duration.ofHours(1),
                    Math.max(0, plan.spans() - traces.sent() * BenchSpan.SPANS), ANY_RATE);
            traces.awaitWritten();
            say("stored: %,d spans in %,d MiB (%,d more sent for it), %d files; this process has %.0f MiB PSS, the"
                    + " generator in it%s", traces.traces().counts().stored(), traces.usage().bytes() >> 20,
                    rest.spans(), traces.usage().slices(),
                    ProcessMemory.treeMiB(ProcessHandle.current().pid()).get(ProcessHandle.current().pid()),
                    traces.usage().problem().map(problem -> ", problem: " + problem).orElse(""));
            questions(traces, from);
            return best;
        }
    }

    private void steady(BenchTraces traces, String what, SpanLoad load, Plan plan)
            throws IOException, InterruptedException {
        long cpuBefore = cpuNanos();
        long droppedBefore = traces.traces().counts().dropped();
        long began = System.nanoTime();
        Result result = load.run(plan.length(), Long.MAX_VALUE, plan.rate());
        traces.awaitWritten();
        double took = (System.nanoTime() - began) / 1e9;
        double onDisk = result.spans() / took;
        long dropped = traces.traces().counts().dropped() - droppedBefore;
        say("%s at %,d spans/s for %d s: %,.0f spans/s accepted, %,.0f on disk, %,d dropped, %.2f cores busy", what,
                plan.rate(), plan.length().toSeconds(), result.rate(), onDisk, dropped,
                (cpuNanos() - cpuBefore) / 1e9 / took);
        held &= dropped == 0 && result.rate() > plan.rate() * 0.98;
    }

    private double fast(BenchTraces traces, String what, SpanLoad load, Plan plan)
            throws IOException, InterruptedException {
        long cpuBefore = cpuNanos();
        long began = System.nanoTime();
        Result result = load.run(plan.length().dividedBy(3), Long.MAX_VALUE, ANY_RATE);
        traces.awaitWritten();
        double took = (System.nanoTime() - began) / 1e9;
        double onDisk = result.spans() / took;
        say("%s as fast as it is answered: %,.0f spans/s on disk (aim 100,000), %,d turned away and sent again, %.2f cores"
                + " busy", what, onDisk, result.turnedAway(), (cpuNanos() - cpuBefore) / 1e9 / took);
        return onDisk;
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private void questions(BenchTraces traces, Instant from) throws Exception {
        TraceQuestions questions = new TraceQuestions(traces.traces(), traces.sent(), from);
        questions.lookups();
        Percentiles lookups = questions.lookups();
        say("one trace by its id: %s (bar %.0f)", lookups, MAX_LOOKUP_MILLIS);
        Percentiles all = new Percentiles();
        for (Map.Entry<String, Percentiles> list : questions.lists().entrySet()) {
            say("50 traces, %s: %s", list.getKey(), list.getValue());
            all.addAll(list.getValue());
        }
        say("all lists: %s (bar %.0f)", all, MAX_LIST_MILLIS);
        Percentiles searches = new Percentiles();
        for (Map.Entry<String, Percentiles> search : questions.searches().entrySet()) {
            say("50 traces, search %s: %s", search.getKey(), search.getValue());
            searches.addAll(search.getValue());
        }
        say("all searches: %s (bar %.0f); one that reads everything: %s", searches, MAX_SEARCH_MILLIS,
                questions.longestSearch());
        held &= searches.of(95) < MAX_SEARCH_MILLIS && lookups.of(95) < MAX_LOOKUP_MILLIS
                && all.of(95) < MAX_LIST_MILLIS;
    }

    private void zipkin(Plan plan, double best) throws Exception {
        try (Zipkin zipkin = Zipkin.start(root, folder)) {
            zipkin.load().run(plan.length().dividedBy(3), Long.MAX_VALUE, ANY_RATE);
            Result result = zipkin.load().run(plan.length().dividedBy(3), Long.MAX_VALUE, ANY_RATE);
            say("Zipkin, in memory only, warmed up, as fast as it is answered: %,.0f spans/s", result.rate());
            say("Zipkin, through HTTP: one trace %s; 50 traces %s", zipkin.lookups(), zipkin.lists());
            held &= best > result.rate();
        } catch (IOException e) {
            say("Zipkin was not measured: %s", e.getMessage());
            held = false;
        }
    }

    private void say(String format, Object... values) {
        out.printf(format + "%n", values);
        out.flush();
    }
}
