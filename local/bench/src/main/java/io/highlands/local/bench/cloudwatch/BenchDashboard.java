// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.cloudwatch.dashboards.ChartData;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.TimeWindow;
import io.highlands.local.cloudwatch.dashboards.WidgetData;
import io.highlands.local.store.Sample;

/**
 * A dashboard of 20 panels with ten lines each, as the console evaluates it, and the day of one-minute data that it shows: each
 * panel has the percentile of one distribution and the sums of nine counts.
 */
final class BenchDashboard {

    static final int SERIES = 200;

    static final int POINTS = SERIES * 24 * 60;

    private static final int PANELS = 20;

    private static final int LINES = SERIES / PANELS;

    private static final int MINUTES = 24 * 60;

    private final Instant end;

    private final DashboardBody dashboard;

    BenchDashboard(Instant now) {
        this.end = now.truncatedTo(ChronoUnit.MINUTES);
        this.dashboard = DashboardBody.parse(IntStream.range(0, PANELS).mapToObj(BenchDashboard::panel)
                .collect(Collectors.joining(",", "{\"widgets\":[", "]}")));
    }

    private static String panel(int number) {
        String rows = IntStream.range(0, LINES)
                .mapToObj(line -> "[\"Bench\",\"Metric\",\"Series\",\"" + (number * LINES + line) + "\",{\"stat\":\""
                        + (line == 0 ? "p99" : "Sum") + "\",\"period\":60}]")
                .collect(Collectors.joining(","));
        return "{\"type\":\"metric\",\"x\":0,\"y\":" + number * 6 + ",\"width\":12,\"height\":6,\"properties\":{"
                + "\"region\":\"us-east-1\",\"title\":\"Panel " + number + "\",\"metrics\":[" + rows + "]}}";
    }

    private static MetricName metric(int series) {
        return new MetricName("Bench", "Metric", Map.of("Series", Integer.toString(series)));
    }

    /** Puts a day of data, minute by minute, as it would have come. */
    void fill(BenchCloudWatch cloudWatch) {
        for (int minute = MINUTES; minute > 0; minute--) {
            Instant time = end.minus(Duration.ofMinutes(minute));
            List<Sample> samples = new ArrayList<>(SERIES);
            for (int series = 0; series < SERIES; series++) {
                samples.add(new Sample(metric(series), time,
                        series % LINES == 0 ? latencies() : Distribution.of(ThreadLocalRandom.current().nextInt(100)),
                        "Count", 60));
            }
            cloudWatch.metrics().put(samples);
            if (minute % 20 == 0) {
                cloudWatch.awaitWritten();
            }
        }
        cloudWatch.awaitWritten();
    }

    private static Distribution latencies() {
        return Distribution.of(ThreadLocalRandom.current().doubles(30, 1, 500).toArray(), null);
    }

    /** Evaluates the dashboard. */
    int draw(BenchCloudWatch cloudWatch) {
        int points = 0;
        for (WidgetData data : cloudWatch.dashboards().evaluate(dashboard,
                new TimeWindow(end.minus(Duration.ofDays(1)), end))) {
            if (data instanceof ChartData chart) {
                points += chart.series().stream().mapToInt(series -> series.values().length).sum();
            }
        }
        return points;
    }
}
