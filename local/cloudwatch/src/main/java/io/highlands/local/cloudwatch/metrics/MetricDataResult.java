// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.time.Instant;
import java.util.List;

/**
 * One series in the answer of GetMetricData.
 *
 * @param id of the query; several series have it when an expression returns an array
 * @param label what the series is called
 * @param timestamps starts of the periods that have a value, in the order asked for
 * @param values their values
 * @param statusCode {@code Complete}, or {@code PartialData} when the next page goes on
 * @param messages what is to be said about it, perhaps nothing
 */
public record MetricDataResult(String id, String label, List<Instant> timestamps, List<Double> values,
        String statusCode, List<Message> messages) {

    /** All points are in the answer. */
    public static final String COMPLETE = "Complete";

    /** More points follow on the next page. */
    public static final String PARTIAL_DATA = "PartialData";

    /**
     * {@code MessageData}.
     *
     * @param code such as {@code ArithmeticError}
     * @param value in words
     */
    public record Message(String code, String value) {

        /** Points of an expression were dropped, as recorded in grafana/grafana's tests of GetMetricData. */
        static final Message ARITHMETIC_ERROR = new Message("ArithmeticError",
                "One or more data-points have been dropped due to non-numeric values (NaN, -Infinite, +Infinite)");

        /** Only one of several units is in the answer, in words as recorded in localstack/localstack#9877. */
        static Message multipleUnits(List<String> units) {
            return new Message("MultipleUnits", "Multiple units returned: '" + units + "'");
        }
    }
}
