// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;

/**
 * Pages of CloudWatch's console that show traces, as Markdown links. Like the links to other dashboards they are fragments of
 * the console's page, so that they keep account and Region. AWS documents no address that names a service or a time range.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Transaction-Search.html">
 *      Transaction Search</a>
 */
final class TransactionSearchPages {

    /** All spans, by attribute; and the traces that X-Ray has indexed. */
    static final List<String> ALL = List.of("[Transaction Search](#application-signals:transaction-search)",
            "[X-Ray traces](#xray:traces/query)");

    private TransactionSearchPages() {
    }
}
