// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.QueryRequest;
import io.highlands.local.provision.Declared;
import io.highlands.local.provision.Deployed;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.Sample;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;
import io.highlands.local.traces.StoredTraces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** What is read of an edge from a real store: access log, metrics and spans. */
class EdgeReaderTest {

    private static final Edge EDGE = new Edge("service-b", "service-a", Set.of("service-a"));

    private static final String NEAR = "/highlands/local/service-b/mesh";

    private static final String FAR = "/highlands/local/service-a/mesh";

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    @TempDir
    private Path folder;

    private final Instant now = Instant.now();

    private TelemetryStore store;

    private LogService logs;

    private MetricService metrics;

    @BeforeEach
    void open() {
        store = TelemetryStore.open(StoreOptions.in(folder));
        logs = new LogService(store.logs(), Clock.systemUTC());
        metrics = new MetricService(store.metrics(), Clock.systemUTC());
        for (String service : List.of("service-a", "service-b", "service-c")) {
            logs.provision("/highlands/local/" + service + "/mesh", OptionalInt.empty());
            logs.provision("/highlands/local/" + service, OptionalInt.empty());
        }
    }

    @AfterEach
    void close() {
        logs.close();
        store.close();
    }

    private void log(String group, String id, String authority, int status, long millis, Long upstream,
            String forwardedFor) {
        String line = """
                {"start_time":"%s","method":"GET","path":"/route","response_code":%d,"duration_ms":%d,\
                "upstream_service_time":%s,"forwarded_for":%s,"request_id":"%s","authority":"%s"}""".formatted(
                now.minusSeconds(31),
                status, millis, upstream == null ? "null" : "\"" + upstream + "\"",
                forwardedFor == null ? "null" : "\"" + forwardedFor + "\"", id, authority);
        logs.put(group, "service-connect/1", List.of(new NewLogEvent(now.minusSeconds(30), line)));
    }

    private Span span(String id, long span, long parent, String service, double millis) {
        boolean root = !service.equals("service-b") || parent == 0;
        return new Span(new TraceId(7, id.hashCode()), span, parent, root, SpanSource.OTLP, service, "GET",
                root ? SpanKind.SERVER : SpanKind.CLIENT,
                now.minusSeconds(31).getEpochSecond() * 1_000_000_000 + now.getNano(), Math.round(millis * 1e6),
                SpanStatus.UNSET,
                "", "GET", 200, root ? id : "", root ? "" : "service-a", "", Map.of());
    }

    private EdgeView read() {
        return new EdgeReader(new StoredTraces(store.spans()), logs,
                new PublishedFigures(metrics, "local", "highlands-local"))
                .read(EDGE, Map.of("service-b", NEAR, "service-a", FAR), now.minus(Duration.ofMinutes(5)),
                        now.plusSeconds(1));
    }

    @Test
    void theSlowestRequestsAreJoinedWithTheirSpans() {
        log(NEAR, "slow", "service-a:8080", 200, 100, 99L, null);
        log(NEAR, "fast", "service-a:8080", 200, 10, 9L, null);
        log(NEAR, "other", "service-c:8081", 200, 900, 900L, null);
        log(NEAR, "entry", "service-a:8080", 200, 900, 900L, "203.0.113.9");
        new StoredTraces(store.spans()).put(List.of(span("slow", 1, 0, "service-b", 120),
                span("slow", 2, 1, "service-b", 110), span("slow", 3, 2, "service-a", 90)));

        EdgeView view = read();

        assertThat(view.facts().proxy().orElseThrow().requests()).isEqualTo(2);
        assertThat(view.facts().proxy().orElseThrow().meanMillis()).isEqualTo(55);
        assertThat(view.facts().proxy().orElseThrow().upstreamMillis()).isEqualTo(54);
        assertThat(view.facts().proxy().orElseThrow().p99Millis()).isEqualTo(100);
        assertThat(view.facts().slow()).extracting(slow -> slow.entry().requestId()).containsExactly("slow", "fast");
        Slow slow = view.facts().slow().getFirst();
        assertThat(slow.split().orElseThrow().own()).isEqualTo(90, within(0.01));
        assertThat(slow.split().orElseThrow().waiting().orElseThrow()).isEqualTo(10, within(0.01));
        assertThat(view.facts().callerSpans().calls()).isEqualTo(1);
        assertThat(view.facts().calleeSpans().calls()).isEqualTo(1);
        assertThat(view.verdict().sentences()).extracting(Sentence::text)
                .contains("Unknown: 50 % of the 2 slowest requests were not sampled, or not traced at the time.");
        assertThat(view.narrowed()).isFalse();
    }

    @Test
    void failuresAreJoinedWithWhatTheCalleesProxySaw() {
        log(NEAR, "nobody", "service-a:8080", 503, 2, null, null);
        log(NEAR, "late", "service-a:8080", 504, 5000, null, null);
        log(FAR, "late", "service-a:8080", 0, 5000, null, null);
        log(NEAR, "killed", "service-a:8080", 503, 3, 1L, null);
        log(FAR, "killed", "service-a:8080", 503, 1, null, null);
        log(NEAR, "own", "service-a:8080", 500, 6, 5L, null);
        log(FAR, "own", "service-a:8080", 500, 5, 4L, null);

        EdgeView view = read();

        assertThat(view.facts().failures()).extracting(failure -> failure.entry().requestId(), Failure::maker,
                Failure::sent).containsExactlyInAnyOrder(
                        tuple("nobody", Maker.CALLER_PROXY, Optional.of(false)),
                        tuple("late", Maker.CALLER_PROXY, Optional.of(true)),
                        tuple("killed", Maker.CALLEE_PROXY, Optional.of(false)),
                        tuple("own", Maker.CALLEE, Optional.of(true)));
        assertThat(view.facts().proxy().orElseThrow().byProxy()).isEqualTo(2);
    }

    @Test
    void metricsAreSummedOverTheWindow() {
        Map<String, String> client = Map.of("Service", "service-b", "Upstream", "service-a");
        Map<String, String> mesh = Map.of("ClusterName", "highlands-local", "ServiceName", "service-b",
                "TargetDiscoveryName", "service-a");
        List<Sample> samples = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Instant at = now.minusSeconds(i * 20L);
            samples.add(Sample.of(new MetricName("Highlands/local", "http.client.request.duration", client), at,
                    10 * i, "Milliseconds"));
            samples.add(Sample.of(new MetricName("Highlands/local", "http.client.request.errors", Map.of("Service",
                    "service-b", "Upstream", "service-a", "Status", "5xx")), at, 3, "Count"));
            samples.add(Sample.of(new MetricName("AWS/ECS", "HTTPCode_Target_5XX_Count", mesh), at, 1, "Count"));
            samples.add(Sample.of(new MetricName("AWS/ECS", "HTTPCode_Target_2XX_Count", mesh), at, 5, "Count"));
        }
        metrics.put(samples);

        EdgeView view = read();

        assertThat(view.facts().client().orElseThrow().calls()).isEqualTo(3);
        assertThat(view.facts().client().orElseThrow().failed()).isEqualTo(9);
        assertThat(view.facts().client().orElseThrow().meanMillis()).isEqualTo(20);
        assertThat(view.facts().client().orElseThrow().longestMillis()).isEqualTo(30);
        assertThat(view.facts().target().orElseThrow().answered()).isEqualTo(18);
        assertThat(view.facts().target().orElseThrow().failed()).isEqualTo(3);
    }

    @Test
    void whatNobodyToldIsAbsent() {
        EdgeView view = new EdgeReader(new StoredTraces(store.spans()), logs,
                new PublishedFigures(metrics, "local", "highlands-local")).read(EDGE, Map.of("service-a", "/not/there"),
                        now.minusSeconds(60), now);

        assertThat(view.facts().client()).isEmpty();
        assertThat(view.facts().target()).isEmpty();
        assertThat(view.facts().proxy()).isEmpty();
        assertThat(view.verdict().sentences()).extracting(Sentence::topic).containsOnly(Sentence.Topic.UNKNOWN);
    }

    @Test
    void moreSpansThanCanBeLookedAtNarrowTheWindow() {
        StoredTraces traces = new StoredTraces(store.spans());
        Instant begin = now.minusSeconds(200);
        for (int batch = 0; batch < 32; batch++) {
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                Instant at = begin.plusMillis(batch * 5_000L + i * 5L);
                spans.add(new Span(new TraceId(1, batch * 1_000L + i + 1), batch * 1_000L + i + 1, 0, true,
                        SpanSource.OTLP, "service-b", "GET /", SpanKind.SERVER,
                        at.getEpochSecond() * 1_000_000_000 + at.getNano(), 1_000, SpanStatus.UNSET, "/", "GET", 200,
                        "", "", "", Map.of()));
            }
            assertThat(traces.put(spans)).isTrue();
        }

        EdgeView view = read();

        assertThat(view.narrowed()).isTrue();
        assertThat(view.from()).isBetween(begin.plusSeconds(20), begin.plusSeconds(40));
    }

    @Test
    void theSavedQueriesAnswerTheSameQuestions() {
        log(NEAR, "r", "service-a:8080", 200, 100, 90L, null);
        log(NEAR, "s", "service-a:8080", 503, 2, null, null);
        log(NEAR, "t", "service-a:8080", 500, 4, 3L, null);
        log(NEAR, "u", "service-a:8080", 200, 900, 900L, "203.0.113.9");
        logs.put("/highlands/local/service-a", "app/app/1", List.of(new NewLogEvent(now.minusSeconds(29),
                "{\"message\":\"looked up\",\"request_id\":\"r\",\"trace_id\":\"0af7\"}")));
        Map<String, Declared.SavedQuery> saved = new HashMap<>();
        Deployed.read(OUT.resolve("local"), folder.resolve("no-local-values.json")).declared().queries()
                .forEach(query -> saved.put(query.name().replace("highlands/local/", ""), query));

        assertThat(rows(saved.get("edges"))).containsExactly(
                List.of("000000000000:" + NEAR, "service-a:8080", "3", "35.3333", "46.5", "100"));
        assertThat(rows(saved.get("failures by maker"))).containsExactlyInAnyOrder(
                List.of("000000000000:" + NEAR, "service-a:8080", "503", "1", "1"),
                List.of("000000000000:" + NEAR, "service-a:8080", "500", "1", "0"));
        assertThat(rows(saved.get("slowest calls by proxy"))).anySatisfy(row -> assertThat(row).contains("r", "10"));
        assertThat(rows(saved.get("one request").query().replace("REQUEST-ID", "r"), saved.get("one request")))
                .hasSize(2).anySatisfy(row -> assertThat(row).contains("looked up", "0af7"))
                .anySatisfy(row -> assertThat(row).contains("/route", "90"));
    }

    private List<List<String>> rows(Declared.SavedQuery query) {
        return rows(query.query(), query);
    }

    private List<List<String>> rows(String text, Declared.SavedQuery query) {
        return logs.query(new QueryRequest(query.logGroups(), now.minusSeconds(300), now.plusSeconds(1), text,
                OptionalInt.empty())).rows();
    }
}
