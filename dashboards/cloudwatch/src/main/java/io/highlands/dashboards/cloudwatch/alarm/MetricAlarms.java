// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.DimensionProperty;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.MetricDataQueryProperty;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.MetricProperty;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.MetricStatProperty;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.measure.Formula;
import io.highlands.dashboards.cloudwatch.measure.MetricIds;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;

/** Watches as CloudFormation's metric alarms: a plain one for a statistic of a metric, else metric math. */
final class MetricAlarms {

    /** Most metrics of an alarm, and most expressions beside them (API_PutMetricAlarm). */
    static final int MAX_METRICS = 10;

    private static final List<String> BASIC = List.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");
    private static final String RESULT = "result";

    private MetricAlarms() {
    }

    /** Says what is watched and when it breaches. Name, description, actions and tags are the caller's. */
    static CfnAlarm.Builder of(Construct scope, String id, Watch watch) {
        var alarm = CfnAlarm.Builder.create(scope, id).comparisonOperator(watch.comparison().cloudWatchName())
                .threshold(watch.threshold()).evaluationPeriods(watch.periods()).datapointsToAlarm(watch.breaching())
                .treatMissingData(watch.missing().cloudWatchName());
        switch (watch.measure()) {
            case MetricStat stat -> plain(alarm, stat);
            case Formula formula -> alarm.metrics(math(formula));
        }
        return alarm;
    }

    private static void plain(CfnAlarm.Builder alarm, MetricStat stat) {
        alarm.namespace(stat.namespace()).metricName(stat.name()).period((int) stat.period().toSeconds());
        if (!stat.dimensions().isEmpty()) {
            alarm.dimensions(dimensions(stat));
        }
        if (BASIC.contains(stat.statistic())) {
            alarm.statistic(stat.statistic());
        } else {
            alarm.extendedStatistic(stat.statistic());
        }
    }

    private static List<MetricDataQueryProperty> math(Formula formula) {
        var ids = new MetricIds();
        String expression = formula.flatten(ids);
        if (ids.metrics().size() > MAX_METRICS) {
            throw new IllegalArgumentException("alarm on '%s' uses %d metrics, allowed are %d"
                    .formatted(formula.label(), ids.metrics().size(), MAX_METRICS));
        }
        List<MetricDataQueryProperty> queries = new ArrayList<>();
        queries.add(MetricDataQueryProperty.builder().id(RESULT).expression(expression).label(formula.label())
                .returnData(true).build());
        ids.metrics().forEach((id, stat) -> queries.add(query(id, stat)));
        return queries;
    }

    private static MetricDataQueryProperty query(String id, MetricStat stat) {
        return MetricDataQueryProperty.builder().id(id).returnData(false)
                .metricStat(MetricStatProperty.builder()
                        .metric(MetricProperty.builder().namespace(stat.namespace()).metricName(stat.name())
                                .dimensions(dimensions(stat)).build())
                        .period((int) stat.period().toSeconds()).stat(stat.statistic()).build())
                .build();
    }

    private static List<DimensionProperty> dimensions(MetricStat stat) {
        return stat.dimensions().entrySet().stream().map(dimension -> DimensionProperty.builder()
                .name(dimension.getKey()).value(dimension.getValue()).build()).toList();
    }
}
