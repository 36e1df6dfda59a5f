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
import io.highlands.local.store.StoreException;

/** CloudWatch's metrics, as its API documents them. */
public final class MetricService {

    private static final int MAX_QUERIES = 500;

    private static final int MAX_POINTS = 100_800;

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
        try {
            store.put(samples);
        } catch (StoreException e) {
            // there is no room for more metrics, and the store has counted it
            return;
        }
    }

    /**
     * PutMetricData: all of it or, with an error, nothing.
     *
     * @param namespace the namespace, which does not begin with {@code AWS/}
     * @param data the data, at most 1,000
     * @throws CloudWatchException as PutMetricData answers
     */
    public void accept(String namespace, List<MetricDatumInput> data) {
        List<Sample> samples = DatumRules.samples(namespace, data, clock.instant());
        try {
            if (!store.put(samples)) {
                throw new CloudWatchException("Throttling", "Rate exceeded");
            }
        } catch (StoreException e) {
            throw CloudWatchException.limitExceeded(e.getMessage());
        }
    }

    /**
     * ListMetrics.
     *
     * @param request which metrics
     * @return one page of them
     * @throws CloudWatchException as ListMetrics answers
     */
    public ListMetricsPage list(ListMetricsRequest request) {
        return Listing.page(store, request, clock.instant());
    }

    /**
     * GetMetricData with all of AWS's rules: limits, pages, and which periods can be had of how old data.
     *
     * @param request what is asked
     * @return one page
     * @throws CloudWatchException as GetMetricData answers
     */
    public MetricDataPage data(MetricDataRequest request) {
        if (request.queries().size() > MAX_QUERIES) {
            throw CloudWatchException.validation(
                    "The collection MetricDataQueries must not have a size greater than " + MAX_QUERIES + ".");
        }
        int most = request.maxDatapoints().orElse(MAX_POINTS);
        if (most < 1 || most > MAX_POINTS) {
            throw CloudWatchException.invalidValue("The value " + most
                    + " for parameter MaxDatapoints is invalid: it is 1 to " + MAX_POINTS + ".");
        }
        Periods periods = new Periods.Documented(clock.instant());
        QueryRules.check(request, periods);
        int skipped = PageToken.read(request.nextToken(), "InvalidNextToken");
        return Pages.page(new QueryRun(request, periods, new SeriesReader(store)).run(), request.newestFirst(), skipped,
                most);
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
        if (request.queries().isEmpty()) {
            return List.of();
        }
        Periods periods = new Periods.Free();
        QueryRules.check(request, periods);
        return new QueryRun(request, periods, new SeriesReader(store)).run();
    }

    /**
     * GetMetricStatistics.
     *
     * @param request what is asked
     * @return the data points
     * @throws CloudWatchException as GetMetricStatistics answers
     */
    public StatisticsResult statistics(StatisticsRequest request) {
        return Statistics.result(store, request, clock.instant());
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
