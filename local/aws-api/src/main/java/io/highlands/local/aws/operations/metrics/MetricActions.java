// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.metrics;

import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.cloudwatch.metrics.MetricService;

/** The operations on metrics. */
public final class MetricActions {

    private MetricActions() {
    }

    /**
     * CloudWatch's operations on metrics that are served.
     *
     * @param metrics the service behind them
     * @return what is served, by name
     */
    public static Map<String, Action> all(MetricService metrics) {
        return Map.of("PutMetricData", new PutMetricData(metrics),
                "GetMetricData", new GetMetricData(metrics),
                "GetMetricStatistics", new GetMetricStatistics(metrics),
                "ListMetrics", new ListMetrics(metrics));
    }
}
