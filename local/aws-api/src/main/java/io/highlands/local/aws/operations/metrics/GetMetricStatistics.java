// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.metrics;

import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.cloudwatch.metrics.StatisticsRequest;
import io.highlands.local.cloudwatch.metrics.StatisticsResult;

/** Reads the statistics of one series, up to 1,440 points. */
final class GetMetricStatistics implements Action {

    private final MetricService metrics;

    GetMetricStatistics(MetricService metrics) {
        this.metrics = metrics;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        StatisticsResult result = metrics.statistics(new StatisticsRequest(Metrics.read(input),
                input.time("StartTime"), input.time("EndTime"), input.integer("Period").getAsInt(),
                input.texts("Statistics"), input.texts("ExtendedStatistics"), input.optionalText("Unit")));
        return Output.of("Label", result.label())
                .with("Datapoints", result.datapoints().stream().map(GetMetricStatistics::datapoint).toList()).tree();
    }

    private static Map<String, Object> datapoint(StatisticsResult.Datapoint point) {
        Output output = Output.of("Timestamp", point.timestamp()).with("Unit", point.unit());
        point.statistics().forEach(output::with);
        return output.with("ExtendedStatistics", Optional.of(point.extendedStatistics())
                .filter(statistics -> !statistics.isEmpty())).tree();
    }
}
