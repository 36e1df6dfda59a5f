// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * One metric of a recording.
 *
 * @param metric its name by role, see {@link DimensionRoles}
 * @param buckets what was published, by the number of the step from the recording's beginning; steps without data are
 * not there
 */
record RecordedSeries(MetricName metric, SortedMap<Integer, Bucket> buckets) {

    /** Copies the map. */
    RecordedSeries {
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }
}
