// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.MetricSource;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.Detail;
import io.highlands.local.store.MetricStore;
import io.highlands.local.store.Sample;

/** CloudWatch's metrics, as its API documents them. */
public final class MetricService {

    private final MetricStore store;

    private final Clock clock;

    /**
     * A service over a store.
     *
     * @param store where the samples are
     * @param clock what time it is
     */
    public MetricService(MetricStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes samples from within the platform, in any namespace. They are dropped, and counted, when the store cannot take
     * them.
     *
     * @param samples the samples
     */
    public void put(List<Sample> samples) {
        store.put(samples);
    }

    /**
     * PutMetricData: all of it or, with an error, nothing.
     *
     * @param namespace the namespace, which does not begin with {@code AWS/}
     * @param data the data, at most 1,000
     * @throws CloudWatchException as PutMetricData answers
     */
    public void accept(String namespace, List<MetricDatumInput> data) {
        throw CloudWatchException.validation("not yet at " + clock.instant());
    }

    /**
     * ListMetrics.
     *
     * @param request which metrics
     * @return one page of them
     * @throws CloudWatchException as ListMetrics answers
     */
    public ListMetricsPage list(ListMetricsRequest request) {
        return new ListMetricsPage(store.names(request.namespace()), Optional.empty());
    }

    /**
     * GetMetricData with all of AWS's rules: limits, pages, and which periods can be had of how old data.
     *
     * @param request what is asked
     * @return one page
     * @throws CloudWatchException as GetMetricData answers
     */
    public MetricDataPage data(MetricDataRequest request) {
        return new MetricDataPage(List.of(), Optional.empty(), List.of());
    }

    /**
     * What panels draw: GetMetricData with the series themselves, for any period, without pages and without limits on the
     * age of fine data. Periods are on the clock's own grid, from the one that holds the start.
     *
     * @param request what is asked; order and paging are not looked at
     * @return the series that are to be returned, in the order of the queries
     * @throws CloudWatchException when a query cannot be evaluated
     */
    public List<MetricSeries> evaluate(MetricDataRequest request) {
        return List.of();
    }

    /**
     * GetMetricStatistics.
     *
     * @param request what is asked
     * @return the data points
     * @throws CloudWatchException as GetMetricStatistics answers
     */
    public StatisticsResult statistics(StatisticsRequest request) {
        return new StatisticsResult(request.metric().name(), List.of());
    }

    /**
     * A metric as alarms read it.
     *
     * @param metric the metric
     * @param unit only data of this unit; empty means any
     * @param statistic the statistic that will be asked for, which says how much has to be read
     * @return where its samples are
     */
    public MetricSource source(MetricName metric, Optional<String> unit, Statistic statistic) {
        Detail detail = statistic.needsValues() ? Detail.VALUES : Detail.SUMMARY;
        return (range, now) -> store.read(List.of(metric), range, detail, unit).get(metric);
    }
}
