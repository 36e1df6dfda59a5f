// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/** Readings as requests that keep CloudWatch's limits. */
final class Batches {

    /** A fifth of what CloudWatch takes, so that 1 MB holds them however many values each has. */
    static final int LARGEST = 200;

    private final String namespace;
    private final int storageResolution;

    Batches(String namespace, int storageResolution) {
        this.namespace = namespace;
        this.storageResolution = storageResolution;
    }

    List<PutMetricDataRequest> of(List<Reading> readings, Instant time) {
        List<MetricDatum> data = readings.stream().flatMap(reading -> data(reading, time).stream()).toList();
        List<PutMetricDataRequest> batches = new ArrayList<>();
        for (int from = 0; from < data.size(); from += LARGEST) {
            batches.add(PutMetricDataRequest.builder().namespace(namespace)
                    .metricData(data.subList(from, Math.min(from + LARGEST, data.size()))).build());
        }
        return batches;
    }

    /** As many data as its values need; CloudWatch adds up those of the same time. */
    private List<MetricDatum> data(Reading reading, Instant time) {
        List<Dimension> dimensions = reading.dimensions().entrySet().stream()
                .map(e -> Dimension.builder().name(e.getKey()).value(e.getValue()).build()).toList();
        MetricDatum.Builder common = MetricDatum.builder().metricName(reading.name()).dimensions(dimensions)
                .timestamp(time).unit(reading.unit().cloudWatchName()).storageResolution(storageResolution);
        List<Map.Entry<Double, Long>> counts = List.copyOf(new TreeMap<>(reading.counts()).entrySet());
        if (counts.size() == 1 && counts.getFirst().getValue() == 1) {
            return List.of(common.value(counts.getFirst().getKey()).build());
        }
        List<MetricDatum> data = new ArrayList<>();
        for (int from = 0; from < counts.size(); from += Samples.EXACT) {
            List<Map.Entry<Double, Long>> part = counts.subList(from, Math.min(from + Samples.EXACT, counts.size()));
            data.add(common.values(part.stream().map(Map.Entry::getKey).toList())
                    .counts(part.stream().map(e -> (double) e.getValue()).toList()).build());
        }
        return data;
    }
}
