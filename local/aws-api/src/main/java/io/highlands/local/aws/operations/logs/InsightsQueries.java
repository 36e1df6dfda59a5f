// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.logs.QueryRequest;
import io.highlands.local.logs.QueryStatus;
import io.highlands.local.logs.insights.QueryAnswer;

/** Logs Insights: starting a query, asking for its results, stopping it. */
final class InsightsQueries {

    /** Beyond the year 5000 in seconds, before 1975 in milliseconds: StartQuery is given either. */
    private static final long SECONDS_END = 100_000_000_000L;

    private final LogService logs;

    InsightsQueries(LogService logs) {
        this.logs = logs;
    }

    Map<String, Object> start(Input input) {
        if (Stream.of("logGroupName", "logGroupNames", "logGroupIdentifiers").filter(input::has).count() > 1) {
            throw new LogsException("InvalidParameterException", "A query takes exactly one of logGroupName, "
                    + "logGroupNames and logGroupIdentifiers");
        }
        List<String> groups = Stream.of(input.optionalText("logGroupName").stream(),
                input.texts("logGroupNames").stream(), input.texts("logGroupIdentifiers").stream().map(GroupArns::name))
                .flatMap(names -> names).toList();
        return Output.of("queryId", logs.startQuery(new QueryRequest(groups, time(input, "startTime"),
                time(input, "endTime").plusMillis(1), input.text("queryString"), input.integer("limit")))).tree();
    }

    private static Instant time(Input input, String name) {
        long value = input.whole(name).orElseThrow();
        return value < SECONDS_END ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
    }

    Map<String, Object> results(Input input) {
        QueryStatus status = logs.results(input.text("queryId"));
        QueryAnswer answer = status.answer();
        return Output.of("results", answer.rows().stream().map(row -> row(answer.fields(), row)).toList())
                .with("statistics", Output.of("recordsMatched", (double) answer.matched())
                        .with("recordsScanned", (double) answer.scanned())
                        .with("bytesScanned", (double) answer.bytes()).tree())
                .with("status", status.state()).tree();
    }

    private static List<Map<String, Object>> row(List<String> fields, List<String> values) {
        List<Map<String, Object>> row = new ArrayList<>();
        for (int at = 0; at < fields.size(); at++) {
            if (values.get(at) != null) {
                row.add(Output.of("field", fields.get(at)).with("value", values.get(at)).tree());
            }
        }
        return row;
    }

    Map<String, Object> stop(Input input) {
        return Output.of("success", logs.stopQuery(input.text("queryId"))).tree();
    }
}
