// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.Detail;
import io.highlands.local.store.MetricStore;
import io.highlands.local.store.Unit;

/**
 * What GetMetricStatistics answers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html">
 *      GetMetricStatistics</a>
 */
final class Statistics {

    private static final int MAX_POINTS = 1440;

    private static final Set<String> BASIC = Set.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");

    private Statistics() {
    }

    static StatisticsResult result(MetricStore store, StatisticsRequest request, Instant now) {
        check(request);
        Periods periods = new Periods.Documented(now);
        periods.require(request.period(), "Period");
        Range range = periods.range(request.start(), request.end(), request.period());
        long requested = requested(request);
        if (requested > MAX_POINTS) {
            throw CloudWatchException.invalidCombination("You have requested up to " + requested
                    + " datapoints, which exceeds the limit of " + MAX_POINTS
                    + ". You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }
        boolean values = request.extendedStatistics().stream().map(Statistic::parse)
                .anyMatch(Statistic::needsValues);
        Map<String, Aggregation> units = store.readUnits(List.of(request.metric()), range,
                values ? Detail.VALUES : Detail.SUMMARY, request.unit()).get(request.metric());
        Instant oldest = periods.oldest(request.period());
        List<StatisticsResult.Datapoint> points = new ArrayList<>();
        for (int i = 0; i < range.periods(); i++) {
            if (!range.at(i).isBefore(oldest)) {
                addPoints(points, request, units, range.at(i), i);
            }
        }
        return new StatisticsResult(request.metric().name(), points);
    }

    /** How many data points the time from start to end has, wherever in a period it begins. */
    private static long requested(StatisticsRequest request) {
        return Math.ceilDiv(Duration.between(request.start(), request.end()).toSeconds(), (long) request.period());
    }

    /** One data point for each unit, as CloudWatch converts none. */
    private static void addPoints(List<StatisticsResult.Datapoint> points, StatisticsRequest request,
            Map<String, Aggregation> units, Instant at, int index) {
        units.forEach((unit, samples) -> {
            Map<String, Double> basic = values(samples, index, request.statistics());
            Map<String, Double> extended = values(samples, index, request.extendedStatistics());
            if (!basic.isEmpty() || !extended.isEmpty()) {
                points.add(new StatisticsResult.Datapoint(at, basic, extended, unit));
            }
        });
    }

    private static void check(StatisticsRequest request) {
        if (!request.start().isBefore(request.end())) {
            throw CloudWatchException
                    .invalidValue("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (request.statistics().isEmpty() && request.extendedStatistics().isEmpty()) {
            throw CloudWatchException
                    .invalidCombination("At least one of the parameters Statistics and ExtendedStatistics must be "
                            + "specified.");
        }
        request.statistics().forEach(name -> {
            if (!BASIC.contains(name)) {
                throw CloudWatchException
                        .invalidValue("The value " + name + " for parameter Statistics.member.1 is invalid.");
            }
        });
        request.extendedStatistics()
                .forEach(name -> QueryRules.requireStatistic(name, "ExtendedStatistics.member.1"));
        request.unit().filter(unit -> !Unit.exists(unit)).ifPresent(unit -> {
            throw CloudWatchException.invalidValue("The value " + unit + " for parameter Unit is invalid.");
        });
    }

    private static Map<String, Double> values(Aggregation samples, int index, List<String> names) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String name : names) {
            Statistic statistic = Statistic.parse(name);
            statistic.of(samples.samples(index, statistic)).ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
