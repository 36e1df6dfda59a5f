// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.cloudwatch.metrics.AwsMetric;
import io.highlands.local.cloudwatch.metrics.AwsMetrics;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.Sample;

/** How much log groups take in, as CloudWatch Logs publishes it of itself: nothing for a group that took in nothing. */
final class LogVolume {

    private static final String NAMESPACE = "AWS/Logs";

    private record Volume(long events, long bytes) {

        Volume plus(Volume other) {
            return new Volume(events + other.events, bytes + other.bytes);
        }
    }

    private final AwsMetric events = AwsMetrics.documented(NAMESPACE, "IncomingLogEvents");
    private final AwsMetric bytes = AwsMetrics.documented(NAMESPACE, "IncomingBytes");
    private final Duration period;
    private final Map<String, Volume> groups = new HashMap<>();

    /**
     * Begins to count.
     *
     * @param period how long a period is
     */
    LogVolume(Duration period) {
        this.period = period;
    }

    void count(String group, List<NewLogEvent> lines) {
        long size = lines.stream().mapToLong(line -> line.message().getBytes(StandardCharsets.UTF_8).length).sum();
        groups.merge(group, new Volume(lines.size(), size), Volume::plus);
    }

    /** What was taken in since the last call, for the period that began then. */
    List<Sample> take(Instant start) {
        Batch batch = new Batch(start, period);
        groups.forEach((group, volume) -> {
            Map<String, String> values = Map.of("LogGroupName", group);
            batch.addNonzero(events, values, volume.events());
            batch.addNonzero(bytes, values, volume.bytes());
        });
        groups.clear();
        return batch.samples();
    }
}
