// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.MetricStore;

/**
 * What ListMetrics answers, 500 metrics a page.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html">ListMetrics</a>
 */
final class Listing {

    private static final int PAGE = 500;

    private static final int MAX_DIMENSIONS = 10;

    private Listing() {
    }

    static ListMetricsPage page(MetricStore store, ListMetricsRequest request, Instant now) {
        if (request.dimensions().size() > MAX_DIMENSIONS) {
            throw CloudWatchException.invalidValue(
                    "The collection Dimensions must not have a size greater than " + MAX_DIMENSIONS + ".");
        }
        request.recentlyActive().filter(value -> !value.equals("PT3H")).ifPresent(value -> {
            throw CloudWatchException.invalidValue("The value " + value + " for parameter RecentlyActive is invalid.");
        });
        Instant since = now.minus(Duration.ofHours(3));
        int skipped = PageToken.read(request.nextToken(), "InvalidParameterValue");
        List<MetricName> found = store.names(request.namespace()).stream().filter(metric -> matches(metric, request))
                .filter(metric -> request.recentlyActive().isEmpty()
                        || store.lastSeen(metric).filter(since::isBefore).isPresent())
                .skip(skipped).limit(PAGE + 1L).toList();
        return found.size() <= PAGE
                ? new ListMetricsPage(found, Optional.empty())
                : new ListMetricsPage(found.subList(0, PAGE), Optional.of(PageToken.write(skipped + PAGE)));
    }

    private static boolean matches(MetricName metric, ListMetricsRequest request) {
        return request.metricName().map(metric.name()::equals).orElse(true) && request.dimensions().stream()
                .allMatch(filter -> filter.value().map(value -> value.equals(metric.dimensions().get(filter.name())))
                        .orElse(metric.dimensions().containsKey(filter.name())));
    }
}
