// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.metrics;

import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.cloudwatch.metrics.ListMetricsPage;
import io.highlands.local.cloudwatch.metrics.ListMetricsRequest;
import io.highlands.local.cloudwatch.metrics.MetricService;

/** ListMetrics. There is one account, so that accounts narrow nothing. */
final class ListMetrics implements Action {

    private final MetricService metrics;

    ListMetrics(MetricService metrics) {
        this.metrics = metrics;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        ListMetricsPage page = metrics.list(new ListMetricsRequest(input.optionalText("Namespace"),
                input.optionalText("MetricName"), input.structures("Dimensions").stream()
                        .map(filter -> new ListMetricsRequest.DimensionFilter(filter.text("Name"),
                                filter.optionalText("Value")))
                        .toList(),
                input.optionalText("RecentlyActive"), input.optionalText("NextToken")));
        return Output.of("Metrics", page.metrics().stream().map(metric -> Metrics.write(metric).tree()).toList())
                .with("NextToken", page.nextToken()).tree();
    }
}
