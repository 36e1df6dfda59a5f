// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * Made-up minutes of local mode, ten seconds by ten seconds, calm for six steps and then faulty for nine. A series is
 * written as {@code 20x6 -x3 5x6}: a sample of 20 in each of six steps, nothing for three, 5. {@code 10@0.3} is ten samples
 * of 0.3.
 */
final class Tale {

    static final Path OUT = Path.of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));
    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    static final Duration STEP = Duration.ofSeconds(10);
    static final int CALM = 6;
    private static final int FAULTY = 9;

    private final List<RecordedSeries> series = new ArrayList<>();

    /** A metric by role: {@code AWS/ECS TargetResponseTime ServiceName=service-b}; a space in a value is an underscore. */
    static MetricName metric(String words) {
        String[] parts = words.split(" ");
        Map<String, String> dimensions = new HashMap<>();
        for (int i = 2; i < parts.length; i++) {
            String[] dimension = parts[i].split("=");
            dimensions.put(dimension[0], dimension[1].replace('_', ' '));
        }
        return new MetricName(parts[0], parts[1], dimensions);
    }

    Tale with(String metric, String values) {
        TreeMap<Integer, Bucket> buckets = new TreeMap<>();
        int step = 0;
        for (String word : values.split(" ")) {
            String[] parts = word.split("x");
            for (int left = parts.length == 1 ? 1 : Integer.parseInt(parts[1]); left > 0; left--) {
                if (!parts[0].equals("-")) {
                    buckets.put(step, bucket(parts[0]));
                }
                step++;
            }
        }
        series.add(new RecordedSeries(metric(metric), buckets));
        return this;
    }

    private static Bucket bucket(String word) {
        String[] parts = word.split("@");
        double count = parts.length == 1 ? 1 : Double.parseDouble(parts[0]);
        double value = Double.parseDouble(parts[parts.length - 1]);
        return new Bucket(count, count * value, value, value, Map.of("PR(:1)", value <= 1 ? 100.0 : 0.0));
    }

    Recording recording() {
        return new Recording(START, START.plus(STEP.multipliedBy(CALM)), START.plus(STEP.multipliedBy(CALM + FAULTY)),
                6, STEP, series);
    }
}
