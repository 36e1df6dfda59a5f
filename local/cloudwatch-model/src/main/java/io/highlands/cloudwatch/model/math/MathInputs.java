// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;

/**
 * What expressions are computed from.
 *
 * @param range the periods that are asked for
 * @param metrics the metrics by id, in the order of the request, which METRICS() keeps
 * @param search where SEARCH looks; empty where it is not allowed, as in alarms
 * @param budget how much may be computed, shared by all evaluations of one request
 */
public record MathInputs(Range range, Map<String, TimeSeries> metrics, Optional<MetricSearch> search,
        MathBudget budget) {

    /** Keeps a copy of the metrics, in their order. */
    public MathInputs {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * Inputs of a request that is evaluated once.
     *
     * @param range the periods that are asked for
     * @param metrics the metrics by id
     * @param search where SEARCH looks
     */
    public MathInputs(Range range, Map<String, TimeSeries> metrics, Optional<MetricSearch> search) {
        this(range, metrics, search, new MathBudget());
    }

    /**
     * Inputs without SEARCH.
     *
     * @param range the periods that are asked for
     * @param metrics the metrics by id
     */
    public MathInputs(Range range, Map<String, TimeSeries> metrics) {
        this(range, metrics, Optional.empty());
    }
}
