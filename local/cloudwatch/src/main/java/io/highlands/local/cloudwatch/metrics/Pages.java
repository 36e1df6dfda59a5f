// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.series.TimeSeries;

/** Cuts the answer of GetMetricData into pages of so many points, one series after the other. */
final class Pages {

    private Pages() {
    }

    static MetricDataPage page(List<MetricSeries> series, boolean newestFirst, int skipped, int most) {
        List<MetricDataResult> results = new ArrayList<>();
        int position = 0;
        int left = most;
        boolean more = false;
        for (MetricSeries one : series) {
            int size = one.points().size();
            int first = Math.clamp((long) skipped - position, 0, size);
            int last = Math.min(size, first + left);
            boolean shownBefore = size == 0 ? position < skipped : first == size;
            position += size;
            if (shownBefore) {
                continue;
            }
            if (left == 0 && size > 0) {
                more = true;
                break;
            }
            left -= last - first;
            more = last < size;
            results.add(result(one, newestFirst, first, last, more));
            if (more) {
                break;
            }
        }
        return new MetricDataPage(results,
                more ? Optional.of(PageToken.write(skipped + most - left)) : Optional.empty(), List.of());
    }

    private static MetricDataResult result(MetricSeries series, boolean newestFirst, int first, int last,
            boolean more) {
        TimeSeries points = series.points();
        List<Instant> timestamps = new ArrayList<>(last - first);
        List<Double> values = new ArrayList<>(last - first);
        for (int i = first; i < last; i++) {
            int index = newestFirst ? points.size() - 1 - i : i;
            timestamps.add(points.time(index));
            values.add(points.value(index));
        }
        return new MetricDataResult(series.id(), series.label(), timestamps, values,
                more ? MetricDataResult.PARTIAL_DATA : MetricDataResult.COMPLETE, series.messages());
    }
}
