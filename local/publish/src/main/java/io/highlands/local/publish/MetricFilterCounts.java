// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.Sample;

/**
 * Counts lines for metric filters. A filter's default value is published for a period in which lines came and none of them
 * fitted; without any line nothing is.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html">Metric filters</a>
 */
final class MetricFilterCounts {

    private final Duration period;
    private final Map<LogMetricFilter, List<Double>> matched = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private List<LogMetricFilter> filters = List.of();

    MetricFilterCounts(Duration period) {
        this.period = period;
    }

    void filters(List<LogMetricFilter> declared) {
        filters = List.copyOf(declared);
    }

    void count(String group, List<NewLogEvent> lines) {
        for (LogMetricFilter filter : filters) {
            if (filter.logGroup().equals(group)) {
                seen.add(group);
                long fitting = lines.stream().filter(line -> filter.pattern().matches(line.message())).count();
                for (long i = 0; i < fitting; i++) {
                    matched.computeIfAbsent(filter, key -> new ArrayList<>()).add(filter.value());
                }
            }
        }
    }

    /** What was counted in the period that began at a moment; the next one begins. */
    List<Sample> take(Instant start) {
        List<Sample> samples = new ArrayList<>();
        for (LogMetricFilter filter : filters) {
            List<Double> values = matched.get(filter);
            if (values != null) {
                samples.add(sample(filter, start, Distribution.of(
                        values.stream().mapToDouble(Double::doubleValue).toArray(), null)));
            } else if (seen.contains(filter.logGroup()) && filter.standard().isPresent()) {
                samples.add(sample(filter, start, Distribution.of(filter.standard().getAsDouble())));
            }
        }
        matched.clear();
        seen.clear();
        return samples;
    }

    private Sample sample(LogMetricFilter filter, Instant start, Distribution values) {
        return new Sample(filter.metric(), start, values, filter.unit(), period.toSeconds() < 60 ? 1 : 60);
    }
}
