// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.cloudwatch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.highlands.local.bench.BenchFolder;
import io.highlands.local.store.StoreUsage;

/**
 * {@code bench cloudwatch}: metric data a second through HTTP and CBOR, a thousand in a request, and the time that a dashboard
 * of 20 panels takes over 24 hours of one-minute data in 200 series; all in this process, as when the platform runs.
 */
public final class CloudWatchBench {

    private static final double MIN_INGEST = 20_000;

    private static final double MAX_DASHBOARD_MILLIS = 300;

    private static final int ROUNDS = 5;

    private static final Duration INGEST = Duration.ofSeconds(4);

    private static final int DASHBOARDS = 40;

    private final Path folder;

    private final PrintWriter out;

    /**
     * Prepares the measurement.
     *
     * @param folder where the store is made, and deleted again
     * @param out where the figures go
     */
    public CloudWatchBench(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * Measures, in about a minute.
     *
     * @return whether both bars are held: 20,000 data a second, and 300 ms for 95 of 100 dashboards
     */
    public boolean run() throws IOException, InterruptedException {
        BenchFolder.delete(folder);
        try (BenchCloudWatch cloudWatch = new BenchCloudWatch(folder)) {
            Instant now = Instant.now();
            BenchDashboard dashboard = new BenchDashboard(now);
            dashboard.fill(cloudWatch);
            double p95 = dashboards(cloudWatch, dashboard, "quiet");
            double ingest = ingest(cloudWatch);
            StoreUsage usage = cloudWatch.usage();
            out.printf("store: %.0f MiB in %d files, %d samples taken, %d dropped%n",
                    usage.bytes() / 1048576.0, usage.slices(), usage.stored(), usage.dropped());
            boolean held = ingest >= MIN_INGEST && p95 <= MAX_DASHBOARD_MILLIS && usage.problem().isEmpty();
            out.println(held ? "both bars are held" : "a bar is missed");
            out.flush();
            return held;
        } finally {
            BenchFolder.delete(folder);
        }
    }

    private double dashboards(BenchCloudWatch cloudWatch, BenchDashboard dashboard, String when) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < DASHBOARDS; i++) {
            long began = System.nanoTime();
            int points = dashboard.draw(cloudWatch);
            double took = (System.nanoTime() - began) / 1e6;
            if (points != BenchDashboard.POINTS) {
                throw new IllegalStateException("A dashboard drew " + points + " points, not " + BenchDashboard.POINTS);
            }
            millis.add(took);
        }
        // The first reads the day from disk and warms the JVM up; the next are what a page that refreshes waits for
        double first = millis.getFirst();
        millis.sort(Comparator.naturalOrder());
        double p95 = millis.get((int) Math.ceil(0.95 * DASHBOARDS) - 1);
        out.printf(
                "dashboard of 20 panels, 24 h of one-minute data in 200 series (%s): p50 %.0f ms, p95 %.0f ms, first"
                        + " %.0f ms (bar %.0f, aim 100)%n",
                when, millis.get(DASHBOARDS / 2 - 1), p95, first,
                MAX_DASHBOARD_MILLIS);
        out.flush();
        return p95;
    }

    private double ingest(BenchCloudWatch cloudWatch) throws IOException, InterruptedException {
        PutLoad load = new PutLoad(cloudWatch.port());
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rates.add(load.run(INGEST));
            cloudWatch.awaitWritten();
        }
        rates.sort(Comparator.naturalOrder());
        double median = rates.get(ROUNDS / 2);
        out.printf("ingest in batches of 1,000 through HTTP and CBOR: median of %d %,.0f data/s, lowest %,.0f, %d"
                + " requests throttled and sent again (bar %,.0f)%n", ROUNDS, median, rates.getFirst(),
                load.throttled(), MIN_INGEST);
        out.flush();
        return median;
    }
}
