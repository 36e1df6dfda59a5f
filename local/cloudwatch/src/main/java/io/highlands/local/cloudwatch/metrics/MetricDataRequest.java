// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which series to read, and for what time, as in GetMetricData.
 *
 * @param queries what is asked
 * @param start first moment wanted
 * @param end first moment no longer wanted
 * @param newestFirst {@code ScanBy}: TimestampDescending, which is AWS's default, or TimestampAscending
 * @param maxDatapoints how many points in one page; 100,800 by default
 * @param nextToken where the page before ended
 */
public record MetricDataRequest(List<MetricDataQuery> queries, Instant start, Instant end, boolean newestFirst,
        OptionalInt maxDatapoints, Optional<String> nextToken) {

    /** Keeps a copy of the queries. */
    public MetricDataRequest {
        queries = List.copyOf(queries);
    }

    /**
     * A request for the first page, oldest points first.
     *
     * @param queries what is asked
     * @param start first moment wanted
     * @param end first moment no longer wanted
     * @return the request
     */
    public static MetricDataRequest of(List<MetricDataQuery> queries, Instant start, Instant end) {
        return new MetricDataRequest(queries, start, end, false, OptionalInt.empty(), Optional.empty());
    }
}
