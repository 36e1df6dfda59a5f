// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;

/** The samples of one metric, wherever they are kept. */
@FunctionalInterface
public interface MetricSource {

    /**
     * Reads samples.
     *
     * @param range the periods wanted
     * @param now when this is asked; samples that arrive later are not known yet
     * @return the samples of each period
     */
    Aggregation read(Range range, Instant now);
}
