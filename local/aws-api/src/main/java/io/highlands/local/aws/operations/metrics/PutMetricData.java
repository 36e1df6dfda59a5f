// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.metrics;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.cloudwatch.metrics.Dimension;
import io.highlands.local.cloudwatch.metrics.MetricDatumInput;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.cloudwatch.metrics.StatisticSet;

/** PutMetricData. Data that name an entity are taken like others; the entity itself is not kept. */
final class PutMetricData implements Action {

    private final MetricService metrics;

    PutMetricData(MetricService metrics) {
        this.metrics = metrics;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        Stream<Input> ofEntities = input.structures("EntityMetricData").stream()
                .flatMap(entity -> entity.structures("MetricData").stream());
        metrics.accept(input.text("Namespace"), Stream.concat(input.structures("MetricData").stream(), ofEntities)
                .map(PutMetricData::datum).toList());
        return Output.nothing();
    }

    private static MetricDatumInput datum(Input datum) {
        List<Dimension> dimensions = datum.structures("Dimensions").stream()
                .map(dimension -> new Dimension(dimension.text("Name"), dimension.text("Value"))).toList();
        return new MetricDatumInput(datum.text("MetricName"), dimensions, datum.time("Timestamp"),
                datum.decimal("Value"), datum.decimals("Values"), datum.decimals("Counts"),
                datum.structure("StatisticValues").map(PutMetricData::statistics).orElse(null), datum.text("Unit"),
                datum.has("StorageResolution") ? (Integer) datum.integer("StorageResolution").getAsInt() : null);
    }

    private static StatisticSet statistics(Input set) {
        return new StatisticSet(set.decimal("SampleCount"), set.decimal("Sum"), set.decimal("Minimum"),
                set.decimal("Maximum"));
    }
}
