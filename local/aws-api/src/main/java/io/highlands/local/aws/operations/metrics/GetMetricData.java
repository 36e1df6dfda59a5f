// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.cloudwatch.metrics.MetricDataPage;
import io.highlands.local.cloudwatch.metrics.MetricDataQuery;
import io.highlands.local.cloudwatch.metrics.MetricDataRequest;
import io.highlands.local.cloudwatch.metrics.MetricDataResult;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.cloudwatch.metrics.MetricStat;

/** GetMetricData. Labels are in UTC, whatever LabelOptions says. */
final class GetMetricData implements Action {

    private final MetricService metrics;

    GetMetricData(MetricService metrics) {
        this.metrics = metrics;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        boolean newestFirst = !input.optionalText("ScanBy").orElse("").equals("TimestampAscending");
        MetricDataPage page = metrics.data(new MetricDataRequest(
                input.structures("MetricDataQueries").stream().map(GetMetricData::query).toList(),
                input.time("StartTime"), input.time("EndTime"), newestFirst, input.integer("MaxDatapoints"),
                input.optionalText("NextToken")));
        return Output.of("MetricDataResults", page.results().stream().map(GetMetricData::result).toList())
                .with("NextToken", page.nextToken())
                .with("Messages", messages(page.messages())).tree();
    }

    private static MetricDataQuery query(Input query) {
        return new MetricDataQuery(query.text("Id"), query.structure("MetricStat").map(GetMetricData::stat),
                query.optionalText("Expression"), query.optionalText("Label"), query.flag("ReturnData", true),
                query.integer("Period"));
    }

    private static MetricStat stat(Input stat) {
        return new MetricStat(Metrics.read(stat.structure("Metric").orElseThrow()),
                stat.integer("Period").getAsInt(), stat.text("Stat"), stat.optionalText("Unit"));
    }

    private static Map<String, Object> result(MetricDataResult result) {
        return Output.of("Id", result.id()).with("Label", result.label())
                .with("Timestamps", result.timestamps()).with("Values", result.values())
                .with("StatusCode", result.statusCode())
                .with("Messages", Optional.of(messages(result.messages())).filter(list -> !list.isEmpty())).tree();
    }

    private static List<Map<String, Object>> messages(List<MetricDataResult.Message> messages) {
        return messages.stream().map(message -> Output.of("Code", message.code()).with("Value", message.value()).tree())
                .toList();
    }
}
