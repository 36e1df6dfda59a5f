// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.edges.join.AccessLogSource;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTreeTest {

    private static final List<AccessLogSource> LOGS = List.of(new AccessLogSource("a", "/a/mesh", Set.of("a")),
            new AccessLogSource("b", "/b/mesh", Set.of("b")));

    private static final Span ENTRY = span(1, 0, "b", SpanKind.SERVER, "", 1, 60);

    private static Span span(long id, long parent, String service, SpanKind kind, String peer, long at, long took) {
        return new Span(new TraceId(1, 1), id, parent, kind == SpanKind.SERVER, SpanSource.OTLP, service,
                kind.name() + id, kind, at * 1_000_000, took * 1_000_000, SpanStatus.UNSET, "", "", 0, "r", peer, "",
                Map.of());
    }

    private static AccessLogEntry entry(String service, String authority, long at, long took) {
        AccessLogSource log = LOGS.get(service.equals("a") ? 0 : 1);
        return log.read(Map.of("start_time", Instant.ofEpochMilli(at).toString(), "duration_ms",
                String.valueOf(took), "response_code", "200", "authority", authority, "request_id", "r"), LOGS)
                .orElseThrow();
    }

    private static List<String> rows(List<Span> spans, AccessLogEntry... entries) {
        return TraceTree.rows(spans, List.of(entries)).stream().map(row -> "  ".repeat(row.depth()) + switch (row) {
            case TraceRow.OfSpan span -> span.service() + " " + span.span().name();
            case TraceRow.OfProxy proxy -> proxy.service() + (proxy.entry().outgoing() ? " out" : " in");
        }).toList();
    }

    @Test
    void aCallPassesBothProxiesBeforeTheSpanThatItLedTo() {
        assertThat(rows(List.of(ENTRY, span(2, 1, "b", SpanKind.CLIENT, "a", 3, 40),
                span(3, 2, "a", SpanKind.SERVER, "", 6, 30)), entry("b", "b.example:80", 0, 62),
                entry("b", "a:1", 4, 38),
                entry("a", "a:1", 5, 33)))
                .containsExactly("b in", "  b SERVER1", "    b CLIENT2", "      b out", "        a in",
                        "          a SERVER3");
    }

    @Test
    void withoutTheMeshsLinesSpansAreBelowTheirParents() {
        assertThat(rows(List.of(ENTRY, span(2, 1, "b", SpanKind.CLIENT, "a", 3, 40),
                span(3, 2, "a", SpanKind.SERVER, "", 6, 30))))
                .containsExactly("b SERVER1", "  b CLIENT2", "    a SERVER3");
    }

    @Test
    void concurrentCallsOfTheSameServiceEachHaveTheNearestLines() {
        assertThat(rows(List.of(ENTRY, span(2, 1, "b", SpanKind.CLIENT, "a", 3, 10),
                span(3, 1, "b", SpanKind.CLIENT, "a", 20, 10)), entry("b", "a:1", 21, 8), entry("b", "a:1", 4, 8)))
                .containsExactly("b SERVER1", "  b CLIENT2", "    b out", "  b CLIENT3", "    b out");
    }

    @Test
    void eachAttemptOfARetriedRequestIsBelowTheOneLineOfTheCaller() {
        assertThat(rows(List.of(ENTRY, span(2, 1, "b", SpanKind.CLIENT, "a", 3, 40),
                span(3, 2, "a", SpanKind.SERVER, "", 25, 10)), entry("b", "a:1", 4, 38), entry("a", "a:1", 5, 10),
                entry("a", "a:1", 24, 12)))
                .containsExactly("b SERVER1", "  b CLIENT2", "    b out", "      a in", "      a in",
                        "        a SERVER3");
    }

    @Test
    void aLineOfACallWithoutASpanIsInTheSpanAroundIt() {
        assertThat(rows(List.of(ENTRY), entry("b", "a:1", 4, 38), entry("a", "a:1", 5, 33)))
                .containsExactly("b SERVER1", "  b out", "    a in");
    }

    @Test
    void aLineFarFromEverySpanStandsByItself() {
        assertThat(rows(List.of(ENTRY), entry("b", "a:1", 5_000, 3))).containsExactly("b SERVER1", "b out");
    }

    @Test
    void aSpanWithoutItsParentIsShownAndSoAreSpansThatAreTheirOwnAncestors() {
        assertThat(rows(List.of(ENTRY, span(7, 99, "a", SpanKind.SERVER, "", 9, 1),
                span(4, 5, "a", SpanKind.INTERNAL, "", 10, 1), span(5, 4, "a", SpanKind.INTERNAL, "", 11, 1))))
                .contains("b SERVER1", "a SERVER7", "a INTERNAL5", "  a INTERNAL4");
    }

    @Test
    void aChainOfTenThousandSpansIsLaidOut() {
        List<Span> chain = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            chain.add(span(i, i - 1, "a", SpanKind.INTERNAL, "", i, 1));
        }
        assertThat(TraceTree.rows(chain, List.of())).hasSize(10_000).last()
                .satisfies(row -> assertThat(row.depth()).isEqualTo(9_999));
    }
}
