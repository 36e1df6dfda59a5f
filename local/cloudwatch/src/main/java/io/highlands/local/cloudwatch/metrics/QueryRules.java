// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.HashSet;
import java.util.Set;

import io.highlands.cloudwatch.model.math.MathQueries;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.CloudWatchException;

/** What a request of GetMetricData has to be like before anything is read. */
final class QueryRules {

    private QueryRules() {
    }

    static void check(MetricDataRequest request, Periods periods) {
        if (request.queries().isEmpty()) {
            throw CloudWatchException.missing("MetricDataQueries");
        }
        if (!request.start().isBefore(request.end())) {
            throw CloudWatchException
                    .validation("The parameter StartTime must be less than the parameter EndTime.");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < request.queries().size(); i++) {
            MetricDataQuery query = request.queries().get(i);
            String at = "MetricDataQueries.member." + (i + 1);
            check(query, at, periods);
            if (!ids.add(query.id())) {
                throw CloudWatchException
                        .validation("The values for parameter Id in MetricDataQueries are not unique: '"
                                + query.id() + "' is there twice.");
            }
        }
        if (request.queries().stream().noneMatch(MetricDataQuery::returnData)) {
            throw CloudWatchException.validation("At least one of the MetricDataQueries must have ReturnData true.");
        }
    }

    private static void check(MetricDataQuery query, String at, Periods periods) {
        try {
            MathQueries.requireId(query.id());
        } catch (IllegalArgumentException e) {
            throw CloudWatchException.validation("The value '" + query.id() + "' for parameter " + at
                    + ".Id does not match the pattern ^[a-z][a-zA-Z0-9_]*$.");
        }
        if (query.metricStat().isPresent() == query.expression().isPresent()) {
            throw CloudWatchException.validation(query.expression().isPresent()
                    ? "The parameters " + at + ".MetricStat and " + at
                            + ".Expression are mutually exclusive and you have specified both."
                    : "Either " + at + ".MetricStat or " + at + ".Expression must be specified.");
        }
        query.period().ifPresent(seconds -> periods.require(seconds, at + ".Period"));
        query.metricStat().ifPresent(stat -> {
            periods.require(stat.period(), at + ".MetricStat.Period");
            requireStatistic(stat.stat(), at + ".MetricStat.Stat");
        });
    }

    static Statistic requireStatistic(String name, String parameter) {
        try {
            return Statistic.parse(name);
        } catch (IllegalArgumentException e) {
            throw CloudWatchException
                    .validation("The value for parameter " + parameter + " is invalid: " + e.getMessage() + ".");
        }
    }
}
