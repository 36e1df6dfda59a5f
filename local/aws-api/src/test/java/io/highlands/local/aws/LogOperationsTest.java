// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The operations of CloudWatch Logs, over the wire. */
class LogOperationsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static ApiKit api;

    private final long now = System.currentTimeMillis();
    private final String group = "/highlands/local/group-" + NUMBER.incrementAndGet();

    @BeforeAll
    static void serve() {
        api = new ApiKit(folder);
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @Test
    void groupsAreDescribedWithTheirArns() {
        api.logs("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        JsonNode found = api.logs("DescribeLogGroups", "{\"logGroupNamePrefix\":\"" + group + "\"}").path("logGroups");
        assertThat(found.path(0).path("arn").asString())
                .isEqualTo("arn:aws:logs:us-east-1:000000000000:log-group:" + group + ":*");
        assertThat(api.logsRefused("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}").text())
                .contains("\"ResourceAlreadyExistsException\"");
    }

    @Test
    void eventsAreFoundByAPattern() {
        write("one ERROR", "two", "three ERROR");
        JsonNode page = api.logs("FilterLogEvents",
                "{\"logGroupName\":\"" + group + "\",\"filterPattern\":\"ERROR\",\"limit\":1}");
        JsonNode event = page.path("events").path(0);
        assertThat(event.path("message").asString()).isEqualTo("one ERROR");
        assertThat(event.path("timestamp").asLong()).isEqualTo(now);
        assertThat(event.path("logStreamName").asString()).isEqualTo("app/1");
        JsonNode next = api.logs("FilterLogEvents", "{\"logGroupName\":\"" + group
                + "\",\"filterPattern\":\"ERROR\",\"limit\":1,\"nextToken\":" + page.path("nextToken") + "}");
        assertThat(next.path("events").path(0).path("message").asString()).isEqualTo("three ERROR");
    }

    @Test
    void aStreamIsReadFromItsEndAndFollowed() {
        write("one", "two", "three");
        String stream = "\"logGroupName\":\"" + group + "\",\"logStreamName\":\"app/1\"";
        JsonNode last = api.logs("GetLogEvents", "{" + stream + ",\"limit\":2}");
        assertThat(messages(last)).isEqualTo("two three ");
        JsonNode before = api.logs("GetLogEvents",
                "{" + stream + ",\"limit\":2,\"nextToken\":" + last.path("nextBackwardToken") + "}");
        assertThat(messages(before)).isEqualTo("one ");
        JsonNode after = api.logs("GetLogEvents",
                "{" + stream + ",\"nextToken\":" + last.path("nextForwardToken") + "}");
        assertThat(messages(after)).isEmpty();
        assertThat(after.path("nextForwardToken")).isEqualTo(last.path("nextForwardToken"));
        put(now + 10, "four");
        assertThat(messages(api.logs("GetLogEvents",
                "{" + stream + ",\"nextToken\":" + after.path("nextForwardToken") + "}"))).isEqualTo("four ");
    }

    @Test
    void streamsAreDescribedByTheirLastEvent() {
        write("one");
        JsonNode streams = api.logs("DescribeLogStreams",
                "{\"logGroupName\":\"" + group + "\",\"orderBy\":\"LastEventTime\",\"descending\":true}");
        assertThat(streams.path("logStreams").path(0).path("lastEventTimestamp").asLong()).isEqualTo(now);
    }

    @Test
    void anInsightsQueryIsStartedAndItsRowsFetched() {
        write("{\\\"level\\\":\\\"ERROR\\\"}", "{\\\"level\\\":\\\"INFO\\\"}", "{\\\"level\\\":\\\"ERROR\\\"}");
        String id = api.logs("StartQuery", "{\"logGroupNames\":[\"" + group + "\"],\"startTime\":" + (now / 1000 - 60)
                + ",\"endTime\":" + (now / 1000 + 60)
                + ",\"queryString\":\"stats count(*) as n by level | sort n desc\"}")
                .path("queryId").asString();
        JsonNode results = api.logs("GetQueryResults", "{\"queryId\":\"" + id + "\"}");
        for (int polls = 0; polls < 1000 && results.path("status").asString().equals("Running"); polls++) {
            results = api.logs("GetQueryResults", "{\"queryId\":\"" + id + "\"}");
        }
        assertThat(results.path("status").asString()).isEqualTo("Complete");
        assertThat(results.path("results").path(0).toString())
                .isEqualTo("[{\"field\":\"level\",\"value\":\"ERROR\"},{\"field\":\"n\",\"value\":\"2\"}]");
        assertThat(results.path("statistics").path("recordsScanned").asDouble()).isEqualTo(3);
    }

    @Test
    void aQueryThatCannotBeReadNamesWhatIsWrong() {
        api.logs("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        assertThat(api.logsRefused("StartQuery", "{\"logGroupName\":\"" + group
                + "\",\"startTime\":0,\"endTime\":1,\"queryString\":\"cluster @message\"}").text())
                .contains("\"__type\":\"MalformedQueryException\"", "cluster");
    }

    @Test
    void aGroupThatIsNotThereIsNotFound() {
        assertThat(api.logsRefused("FilterLogEvents", "{\"logGroupName\":\"gone\"}").text())
                .contains("\"__type\":\"ResourceNotFoundException\"", "The specified log group does not exist.");
    }

    /** Members as recorded: localstack/localstack, tests/aws/services/logs/test_logs_groups.snapshot.json. */
    @Test
    void aGroupIsDescribedWithItsFilterCountAndSize() {
        api.logs("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        JsonNode found = api.logs("DescribeLogGroups", "{\"logGroupNamePrefix\":\"" + group + "\"}").path("logGroups")
                .path(0);
        assertThat(found.propertyNames()).contains("arn", "creationTime", "logGroupArn", "logGroupClass",
                "logGroupName", "metricFilterCount", "storedBytes");
        assertThat(found.path("metricFilterCount").asInt(-1)).isZero();
    }

    /** Recorded: localstack/localstack, test_logs_streams.py::test_create_and_delete_log_stream. */
    @Test
    void anEmptyStreamIsDescribedWithoutTimesOfEvents() {
        api.logs("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        api.logs("CreateLogStream", "{\"logGroupName\":\"" + group + "\",\"logStreamName\":\"s\"}");
        JsonNode stream = api.logs("DescribeLogStreams", "{\"logGroupName\":\"" + group + "\"}").path("logStreams")
                .path(0);
        assertThat(stream.propertyNames()).containsExactlyInAnyOrder("arn", "creationTime", "logStreamName",
                "storedBytes");
        assertThat(api.logsRefused("CreateLogStream",
                "{\"logGroupName\":\"" + group + "\",\"logStreamName\":\"s\"}").text())
                .contains("\"ResourceAlreadyExistsException\"");
    }

    /** Recorded: localstack/localstack, test_logs_events.py::test_resource_does_not_exist. */
    @Test
    void aStreamThatIsNotThereIsNotFound() {
        api.logs("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        for (String call : new String[]{"GetLogEvents", "PutLogEvents"}) {
            assertThat(api.logsRefused(call, "{\"logGroupName\":\"" + group + "\",\"logStreamName\":\"gone\""
                    + (call.startsWith("Put") ? ",\"logEvents\":[{\"timestamp\":1,\"message\":\"x\"}]}" : "}")).text())
                    .contains("\"ResourceNotFoundException\"", "The specified log stream does not exist.");
        }
    }

    /** Recorded: https://github.com/percona/rds_exporter/issues/81 (FilterLogEvents with the name of a stream that is gone). */
    @Test
    void eventsOfAStreamThatIsNotThereAreNotFoundAlsoBesideOneThatIs() {
        write("x");
        for (String names : new String[]{"\"gone\"", "\"app/1\",\"gone\""}) {
            assertThat(api.logsRefused("FilterLogEvents", "{\"logGroupName\":\"" + group + "\",\"logStreamNames\":["
                    + names + "]}").text())
                    .contains("\"ResourceNotFoundException\"", "The specified log stream does not exist.");
        }
        assertThat(api.logs("FilterLogEvents", "{\"logGroupName\":\"" + group
                + "\",\"logStreamNames\":[\"app/1\"]}").path("events")).hasSize(1);
        assertThat(api.logs("FilterLogEvents", "{\"logGroupName\":\"" + group
                + "\",\"logStreamNamePrefix\":\"gone\"}").path("events")).isEmpty();
    }

    /** Recorded: https://github.com/lumigo-io/lumigo-CLI/issues/79; the account of local mode is 000000000000. */
    @Test
    void aQueryOfAGroupThatIsNotThereNamesGroupAndAccount() {
        for (String groups : new String[]{"\"logGroupName\":\"/gone\"", "\"logGroupNames\":[\"/gone\"]"}) {
            assertThat(api.logsRefused("StartQuery", "{" + groups
                    + ",\"startTime\":0,\"endTime\":1,\"queryString\":\"fields @message\"}").text())
                    .contains("\"ResourceNotFoundException\"",
                            "Log group '/gone' does not exist for account ID '000000000000'");
        }
    }

    /** API_StartQuery: "must include exactly one of the following parameters: logGroupName, logGroupNames, or logGroupIdentifiers". */
    @Test
    void aQueryNamesItsGroupsInOneWay() {
        api.logs("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        assertThat(api.logsRefused("StartQuery", "{\"logGroupName\":\"" + group + "\",\"logGroupNames\":[\"" + group
                + "\"],\"startTime\":0,\"endTime\":1,\"queryString\":\"fields @message\"}").text())
                .contains("\"InvalidParameterException\"");
    }

    private void write(String... messages) {
        api.logs("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        api.logs("CreateLogStream", "{\"logGroupName\":\"" + group + "\",\"logStreamName\":\"app/1\"}");
        for (int at = 0; at < messages.length; at++) {
            put(now + at, messages[at]);
        }
    }

    private void put(long time, String message) {
        api.logs("PutLogEvents",
                "{\"logGroupName\":\"%s\",\"logStreamName\":\"app/1\",\"logEvents\":[{\"timestamp\":%d,"
                        .formatted(group, time) + "\"message\":\"" + message + "\"}]}");
    }

    private static String messages(JsonNode page) {
        StringBuilder text = new StringBuilder();
        page.path("events").forEach(event -> text.append(event.path("message").asString()).append(' '));
        return text.toString();
    }
}
