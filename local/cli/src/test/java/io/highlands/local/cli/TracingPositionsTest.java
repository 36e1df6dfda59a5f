// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The tracing switch in all its positions, with the real agents, in one platform that is never stopped in between. */
@Isolated("it measures how long a switch takes")
@Tag("switch")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracingPositionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int JOINED = 150;
    private static final int CHAINED = 50;
    private static final int MANY = 2_000;
    /** The control interface lists at most 1,000 traces. */
    private static final int LISTED = 500;
    private static final Pattern MOST_IS_PROXY_AND_NETWORK = Pattern.compile(
            "Of the 20 slowest service-b→service-a requests, mean [4-9]\\d\\d ms: 4\\d\\d ms is proxy and network,");
    private static final Pattern UNSENT = Pattern.compile("Error while sending|Failed to export");
    private static final String OUTSIDE = "0af7651916cd43dd8448eb211c80319c";

    @TempDir
    private static Path folder;
    private static TracedPlatform platform;

    @BeforeAll
    static void upWithTracingOff() throws Exception {
        platform = new TracedPlatform(folder);
        platform.up();
    }

    @AfterAll
    static void down() throws Exception {
        platform.down();
    }

    @Test
    @Order(1)
    void offHasNoAgentNoSidecarNoIntakeAndNoSpan() throws Exception {
        assertOff(Instant.now());
    }

    @Test
    @Order(2)
    void datadogJoinsEachRequestInOneTrace() throws Exception {
        platform.flip("on", "--sample-rate", "1");

        assertThat(platform.highlands.output()).contains("~ SERVICE DD_TRACING_ENABLED: false -> true",
                "+ container datadog-agent (public.ecr.aws/datadog/agent:",
                "tracing on, backend datadog, agent datadog, 100 % kept");
        assertTraced("dd-java-agent.jar", "DATADOG");
    }

    @Test
    @Order(3)
    void datadogLosesAndDoublesNoneOfTwoThousandTraces() throws Exception {
        assertNoneIsLost();
    }

    @Test
    @Order(4)
    void edgePageSaysWhereAFaultsTimeWentByDatadogsTraces() throws Exception {
        assertFaultIsFound();
    }

    @Test
    @Order(5)
    void whatCallersFromOutsideWishForIsNotHeard() throws Exception {
        assertOutsideIsIgnored();
    }

    @Test
    @Order(6)
    void openTelemetryJoinsEachRequestInOneTrace() throws Exception {
        platform.flip("on", "--agent", "opentelemetry");

        assertThat(platform.highlands.output()).contains("~ SERVICE TRACING_AGENT: datadog -> opentelemetry");
        assertTraced("opentelemetry-javaagent.jar", "OTLP");
        assertOutsideIsIgnored();
    }

    @Test
    @Order(7)
    void openTelemetryLosesAndDoublesNoneOfTwoThousandTraces() throws Exception {
        assertNoneIsLost();
    }

    @Test
    @Order(8)
    void edgePageSaysWhereAFaultsTimeWentByOpenTelemetrysTraces() throws Exception {
        assertFaultIsFound();
    }

    @Test
    @Order(9)
    void collectorOfAwsTakesTheDatadogAgentsPlace() throws Exception {
        platform.flip("on", "--backend", "aws");

        assertThat(platform.highlands.output()).contains("- container datadog-agent",
                "+ container otel-collector (public.ecr.aws/aws-observability/aws-otel-collector:",
                "tracing on, backend aws, agent opentelemetry, 100 % kept");
        assertTraced("opentelemetry-javaagent.jar", "OTLP");
        assertOutsideIsIgnored();
    }

    @Test
    @Order(10)
    void offAgainLeavesNothingOfIt() throws Exception {
        List<URI> intake = List.of(URI.create(platform.status().path("tracing").path("datadog").asString()),
                URI.create(platform.status().path("tracing").path("otlp").asString()));
        assertThat(intake).allMatch(TracedPlatform::listens);
        platform.flip("off");

        assertThat(intake).noneMatch(TracedPlatform::listens);
        assertOff(Instant.now());
        assertThat(platform.lines()).extracting(line -> line.path("message").asString(""))
                .as("what agents say of spans that nobody took, in all positions").noneMatch(UNSENT.asPredicate());
    }

    /** A task that was replaced, as by the refresh after the start, drains for a while. */
    private static void oneTaskEach() {
        ObservedPlatform.within(PATIENCE, () -> platform.commandLines().size() == 3);
    }

    private static void assertOff(Instant since) throws Exception {
        platform.get("/?name=Hello", 10);
        platform.get("/time", 10);

        oneTaskEach();
        assertThat(platform.commandLines()).hasSize(3).noneMatch(line -> line.contains("-javaagent"))
                .allMatch(line -> line.contains("-XX:AOTCache"));
        assertThat(platform.template("service-a")).doesNotContain("datadog", "otel-collector", "AGENT_ADDRESS");
        assertThat(platform.status().path("tracing").path("enabled").asBoolean(true)).isFalse();
        assertThat(platform.status().path("tracing").has("datadog")).isFalse();
        assertThat(platform.traces(since)).isEmpty();
    }

    private static void assertTraced(String jar, String source) throws Exception {
        oneTaskEach();
        assertThat(platform.commandLines()).hasSize(3).allMatch(line -> line.contains(jar));
        // What was on its way while tasks were replaced is behind.
        ObservedPlatform.pause(50);
        Instant since = Instant.now();
        platform.get("/?name=Hello", JOINED);
        platform.get("/time", CHAINED);

        assertThat(ObservedPlatform.within(PATIENCE, () -> whole(since).size() >= JOINED + CHAINED))
                .as("traces that are whole: %d of %d", whole(since).size(), platform.traces(since).size()).isTrue();
        List<JsonNode> traces = platform.traces(since);
        assertThat(traces).hasSize(JOINED + CHAINED).allMatch(trace -> trace.path("services").asInt() == 3);
        assertThat(traces.stream().map(trace -> trace.path("trace").asString())).doesNotHaveDuplicates();
        assertThat(traces).allSatisfy(trace -> {
            List<JsonNode> spans = platform.trace(trace.path("trace").asString());
            assertThat(spans).allMatch(span -> span.path("source").asString().equals(source));
            assertThat(spans.stream().filter(span -> span.path("localRoot").asBoolean())).hasSize(3);
            assertThat(edges(spans)).isEqualTo(trace.path("service").asString().equals("service-b")
                    ? Set.of("service-b -> service-a /route", "service-b -> service-c /time")
                    : Set.of("service-a -> service-b /time", "service-b -> service-c /time"));
        });
        List<JsonNode> joined = traces.stream().filter(trace -> trace.path("route").asString().equals("/")).toList();
        assertThat(joined).hasSize(JOINED);
        assertThat(joined.stream().filter(TracingPositionsTest::isConcurrent).count()).isGreaterThan(JOINED / 2);
        assertRequestIdJoins(joined.getFirst());
    }

    private static void assertNoneIsLost() throws Exception {
        Set<String> ids = new TreeSet<>();
        for (int sent = 0; sent < MANY; sent += LISTED) {
            Instant since = Instant.now();
            platform.get("/?name=Hello", LISTED / 2);
            platform.get("/time", LISTED / 2);
            Instant until = Instant.now();

            ObservedPlatform.within(PATIENCE, () -> whole(platform.traces(since, until)).size() == LISTED);
            List<JsonNode> traces = platform.traces(since, until);
            assertThat(traces).as("traces of which %d are whole", whole(traces).size()).hasSize(LISTED);
            assertThat(whole(traces)).hasSize(LISTED);
            traces.forEach(trace -> ids.add(trace.path("trace").asString()));
        }
        assertThat(ids).hasSize(MANY);
    }

    /** A late network is not service-a's own time, by the traces of the requests that it held up. */
    private static void assertFaultIsFound() throws Exception {
        platform.run("fault", "inject", "latency", "service-b:service-a", "delay=400ms");
        Instant since = Instant.now();
        try {
            platform.get("/?name=Hello", 20);
        } finally {
            platform.run("fault", "clear");
        }
        Instant until = Instant.now();

        AtomicReference<String> page = new AtomicReference<>("");
        ObservedPlatform.within(PATIENCE, () -> {
            page.set(platform.page("/edges/service-b/service-a?from=" + since + "&to=" + until));
            return MOST_IS_PROXY_AND_NETWORK.matcher(page.get()).find();
        });
        assertThat(page.get()).containsPattern(MOST_IS_PROXY_AND_NETWORK);
    }

    private static List<JsonNode> whole(Instant since) {
        return whole(platform.traces(since));
    }

    private static List<JsonNode> whole(List<JsonNode> traces) {
        return traces.stream().filter(trace -> trace.path("services").asInt() == 3).toList();
    }

    /** From which service to which route of which service the local roots were called. */
    private static Set<String> edges(List<JsonNode> spans) {
        Map<String, JsonNode> byId = spans.stream()
                .collect(Collectors.toMap(span -> span.path("id").asString(), span -> span));
        Set<String> edges = new TreeSet<>();
        for (JsonNode span : spans) {
            JsonNode parent = byId.get(span.path("parent").asString());
            if (span.path("localRoot").asBoolean() && parent != null) {
                assertThat(parent.path("kind").asString()).isEqualTo("CLIENT");
                assertThat(parent.path("peer").asString()).isEqualTo(span.path("service").asString());
                edges.add(parent.path("service").asString() + " -> " + span.path("service").asString() + " "
                        + span.path("route").asString());
            }
        }
        return edges;
    }

    private static boolean isConcurrent(JsonNode trace) {
        List<JsonNode> calls = platform.trace(trace.path("trace").asString()).stream()
                .filter(span -> span.path("kind").asString().equals("CLIENT")).toList();
        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().path("parent").asString()).isEqualTo(calls.getLast().path("parent").asString());
        return calls.getLast().path("startNanos").asLong() < calls.getFirst().path("startNanos").asLong()
                + calls.getFirst().path("durationNanos").asLong();
    }

    /** The mesh's id of a request is on the spans of all services, in all their lines and in all access logs. */
    private static void assertRequestIdJoins(JsonNode trace) throws Exception {
        String requestId = trace.path("requestId").asString();
        assertThat(requestId).isNotEmpty();
        assertThat(platform.trace(trace.path("trace").asString()).stream()
                .filter(span -> span.path("localRoot").asBoolean()).map(span -> span.path("requestId").asString()))
                .hasSize(3).containsOnly(requestId);
        List<JsonNode> lines = platform.lines().stream()
                .filter(line -> line.path("request_id").asString("").equals(requestId)).toList();
        List<JsonNode> own = lines.stream().filter(line -> line.has("trace_id")).toList();
        assertThat(own.stream().map(line -> line.path("service").asString())).contains("service-a", "service-b",
                "service-c");
        assertThat(own.stream().map(line -> line.path("trace_id").asString()))
                .containsOnly(trace.path("trace").asString());
        assertThat(lines.stream().filter(line -> !line.has("trace_id"))).as("lines of the proxies")
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private static void assertOutsideIsIgnored() throws Exception {
        Instant since = Instant.now();
        platform.get("/?name=Hello", 20, "traceparent", "00-" + OUTSIDE + "-b7ad6b7169203331-01", "tracestate",
                "dd=s:2;o:rum", "x-datadog-trace-id", "8448eb211c80319c", "x-datadog-parent-id", "1",
                "x-datadog-sampling-priority", "2", "x-datadog-tags", "_dd.p.dm=-4", "baggage", "cost=high");

        assertThat(ObservedPlatform.within(PATIENCE, () -> whole(since).size() >= 20)).isTrue();
        assertThat(platform.traces(since)).hasSize(20).noneMatch(trace -> trace.path("trace").asString()
                .endsWith(OUTSIDE.substring(16)));
        assertThat(platform.traces(since)).allMatch(trace -> trace.path("parent").asString().isEmpty());
    }
}
