// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.logs;

import java.util.HashMap;
import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.logs.LogService;

/** The operations of CloudWatch Logs. */
public final class LogActions {

    private LogActions() {
    }

    /**
     * CloudWatch Logs' operations that are served.
     *
     * @param logs the service behind them
     * @param region the Region in ARNs
     * @param account the account in ARNs
     * @return what is served, by name
     */
    public static Map<String, Action> all(LogService logs, String region, String account) {
        GroupArns arns = new GroupArns(region, account);
        Groups groups = new Groups(logs, arns);
        Events events = new Events(logs);
        InsightsQueries queries = new InsightsQueries(logs);
        Map<String, Action> all = new HashMap<>(Map.of("CreateLogGroup", groups::create,
                "CreateLogStream", groups::createStream, "DescribeLogGroups", groups::describe,
                "DescribeLogStreams", groups::describeStreams));
        all.putAll(Map.of("PutLogEvents", events::put, "FilterLogEvents", events::filter));
        all.put("GetLogEvents", new GetLogEvents(logs));
        all.putAll(Map.of("StartQuery", queries::start, "GetQueryResults", queries::results,
                "StopQuery", queries::stop));
        return all;
    }
}
