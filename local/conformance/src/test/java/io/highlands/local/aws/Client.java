// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.util.List;
import java.util.Map;

/** A client of AWS's, called as a user would call it. */
interface Client {

    /** What went wrong, as the client says it. */
    record Failure(String code, int status, String message) {}

    /** PutMetricData: 1 to 100 milliseconds, each once, in one minute. */
    void put(String namespace, String metric, String minute);

    /** GetMetricData: one value for each statistic of a metric in the minute, by {@code METRIC STATISTIC}. */
    Map<String, Double> get(List<String> metrics, List<String> statistics, String minute);

    /** PutMetricData into a namespace that only AWS may use, or GetDashboard of one that is not there. */
    Failure failing(String call, String minute);
}
