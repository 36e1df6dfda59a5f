// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;

/** The periods in which a series could have a value. */
final class Grid {

    private Grid() {
    }

    /** The evaluated range in the series' own period: a series of five minutes has no gap at the minutes between. */
    static Range of(Range range, TimeSeries series) {
        if (series.period().equals(range.period())) {
            return range;
        }
        if (series.isEmpty()) {
            return Range.aligned(range.start(), range.end(), series.period());
        }
        long length = series.period().toSeconds();
        long before = Math.floorDiv(series.time(0).getEpochSecond() - range.start().getEpochSecond(), length);
        long after = Math.ceilDiv(range.end().getEpochSecond() - series.time(0).getEpochSecond(), length);
        return new Range(series.time(0).minusSeconds(Math.max(0, before) * length), series.period(),
                (int) (Math.max(0, before) + Math.max(0, after)));
    }
}
