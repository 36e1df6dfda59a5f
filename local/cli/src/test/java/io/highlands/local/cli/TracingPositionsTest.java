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
import java.util.regex.Matcher;
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

import io.highlands.local.control.message.SpanEntry;
import io.highlands.local.control.message.TraceEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** The tracing switch in all its positions, with the real agents, in one platform that is never stopped in between. */
@Isolated("it measures how long a switch takes")
@Tag("switch")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracingPositionsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int JOINED = 150;
    private static final int CHAINED = 50;
    private static final int MANY = 2_000;
    /** The control interface lists at most 1,000 traces. */
    private static final int LISTED = 500;
    private static final Pattern WHERE_TIME_WENT = Pattern.compile(
            "Of the 20 slowest service-b→service-a requests, mean (\\d+) ms: (\\d+) ms is proxy and network,");
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
        platform.switchTo("on", "--sample-rate", "1");

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
        platform.switchTo("on", "--agent", "opentelemetry");

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
        platform.switchTo("on", "--backend", "aws");

        assertThat(platform.highlands.output()).contains("- container datadog-agent",
                "+ container otel-collector (public.ecr.aws/aws-observability/aws-otel-collector:",
                "tracing on, backend aws, agent opentelemetry, 100 % kept");
        assertTraced("opentelemetry-javaagent.jar", "OTLP");
        assertOutsideIsIgnored();
    }

    @Test
    @Order(10)
    void offAgainLeavesNothingOfIt() throws Exception {
        List<URI> intake = List.of(URI.create(platform.status().tracing().datadog().orElseThrow()),
                URI.create(platform.status().tracing().otlp().orElseThrow()));
        assertThat(intake).allMatch(TracedPlatform::listens);
        platform.switchTo("off");

        assertThat(intake).noneMatch(TracedPlatform::listens);
        assertOff(Instant.now());
        assertThat(platform.lines()).extracting(line -> line.path("message").asString(""))
                .as("what agents say of spans that nobody took, in all positions").noneMatch(UNSENT.asPredicate());
    }

    /** A task that was replaced, as by the refresh after the start, drains for a while. */
    private static void oneTaskEach() {
        ObservedPlatform.within(TIMEOUT, () -> platform.commandLines().size() == 3);
    }

    private static void assertOff(Instant since) throws Exception {
        platform.get("/?name=Hello", 10);
        platform.get("/time", 10);

        oneTaskEach();
        assertThat(platform.commandLines()).hasSize(3).noneMatch(line -> line.contains("-javaagent"))
                .allMatch(line -> line.contains("-XX:AOTCache"));
        assertThat(platform.template("service-a")).doesNotContain("datadog", "otel-collector", "AGENT_ADDRESS");
        assertThat(platform.status().tracing().enabled()).isFalse();
        assertThat(platform.status().tracing().datadog()).isEmpty();
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

        assertThat(ObservedPlatform.within(TIMEOUT, () -> whole(since).size() >= JOINED + CHAINED))
                .as("traces that are whole: %d of %d", whole(since).size(), platform.traces(since).size()).isTrue();
        List<TraceEntry> traces = platform.traces(since);
        assertThat(traces).hasSize(JOINED + CHAINED).allMatch(trace -> trace.services() == 3);
        assertThat(traces.stream().map(trace -> trace.trace())).doesNotHaveDuplicates();
        assertThat(traces).allSatisfy(trace -> {
            List<SpanEntry> spans = platform.trace(trace.trace());
            assertThat(spans).allMatch(span -> span.source().equals(source));
            assertThat(spans.stream().filter(span -> span.localRoot())).hasSize(3);
            assertThat(edges(spans)).isEqualTo(trace.root().service().equals("service-b")
                    ? Set.of("service-b -> service-a /route", "service-b -> service-c /time")
                    : Set.of("service-a -> service-b /time", "service-b -> service-c /time"));
        });
        List<TraceEntry> joined = traces.stream().filter(trace -> trace.root().route().equals("/")).toList();
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

            ObservedPlatform.within(TIMEOUT, () -> whole(platform.traces(since, until)).size() == LISTED);
            List<TraceEntry> traces = platform.traces(since, until);
            assertThat(traces).as("traces of which %d are whole", whole(traces).size()).hasSize(LISTED);
            assertThat(whole(traces)).hasSize(LISTED);
            traces.forEach(trace -> ids.add(trace.trace()));
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
        ObservedPlatform.within(TIMEOUT, () -> {
            page.set(platform.page("/edges/service-b/service-a?from=" + since + "&to=" + until));
            return isMostlyOfTheNetwork(page.get());
        });
        assertThat(isMostlyOfTheNetwork(page.get())).as(page.get()).isTrue();
    }

    /** All of the fault, and more than half of the mean. */
    private static boolean isMostlyOfTheNetwork(String page) {
        Matcher found = WHERE_TIME_WENT.matcher(page);
        if (!found.find()) {
            return false;
        }
        int mean = Integer.parseInt(found.group(1));
        int network = Integer.parseInt(found.group(2));
        return mean < 1_000 && network >= 400 && network > mean / 2;
    }

    private static List<TraceEntry> whole(Instant since) {
        return whole(platform.traces(since));
    }

    private static List<TraceEntry> whole(List<TraceEntry> traces) {
        return traces.stream().filter(trace -> trace.services() == 3).toList();
    }

    /** From which service to which route of which service the local roots were called. */
    private static Set<String> edges(List<SpanEntry> spans) {
        Map<String, SpanEntry> byId = spans.stream()
                .collect(Collectors.toMap(span -> span.id(), span -> span));
        Set<String> edges = new TreeSet<>();
        for (SpanEntry span : spans) {
            SpanEntry parent = byId.get(span.parent());
            if (span.localRoot() && parent != null) {
                assertThat(parent.kind()).isEqualTo("CLIENT");
                assertThat(parent.peer()).isEqualTo(span.service());
                edges.add(parent.service() + " -> " + span.service() + " "
                        + span.route());
            }
        }
        return edges;
    }

    private static boolean isConcurrent(TraceEntry trace) {
        List<SpanEntry> calls = platform.trace(trace.trace()).stream()
                .filter(span -> span.kind().equals("CLIENT")).toList();
        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().parent()).isEqualTo(calls.getLast().parent());
        return calls.getLast().startNanos() < calls.getFirst().startNanos()
                + calls.getFirst().durationNanos();
    }

    /** The mesh's id of a request is on the spans of all services, in all their lines and in all access logs. */
    private static void assertRequestIdJoins(TraceEntry trace) throws Exception {
        String requestId = trace.root().requestId();
        assertThat(requestId).isNotEmpty();
        assertThat(platform.trace(trace.trace()).stream()
                .filter(span -> span.localRoot()).map(span -> span.requestId()))
                .hasSize(3).containsOnly(requestId);
        List<JsonNode> lines = platform.lines().stream()
                .filter(line -> line.path("request_id").asString("").equals(requestId)).toList();
        List<JsonNode> own = lines.stream().filter(line -> line.has("trace_id")).toList();
        assertThat(own.stream().map(line -> line.path("service").asString())).contains("service-a", "service-b",
                "service-c");
        assertThat(own.stream().map(line -> line.path("trace_id").asString()))
                .containsOnly(trace.trace());
        assertThat(lines.stream().filter(line -> !line.has("trace_id"))).as("lines of the proxies")
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private static void assertOutsideIsIgnored() throws Exception {
        Instant since = Instant.now();
        platform.get("/?name=Hello", 20, "traceparent", "00-" + OUTSIDE + "-b7ad6b7169203331-01", "tracestate",
                "dd=s:2;o:rum", "x-datadog-trace-id", "8448eb211c80319c", "x-datadog-parent-id", "1",
                "x-datadog-sampling-priority", "2", "x-datadog-tags", "_dd.p.dm=-4", "baggage", "cost=high");

        assertThat(ObservedPlatform.within(TIMEOUT, () -> whole(since).size() >= 20)).isTrue();
        assertThat(platform.traces(since)).hasSize(20).noneMatch(trace -> trace.trace()
                .endsWith(OUTSIDE.substring(16)));
        assertThat(platform.traces(since)).allMatch(trace -> trace.root().parent().isEmpty());
    }
}
