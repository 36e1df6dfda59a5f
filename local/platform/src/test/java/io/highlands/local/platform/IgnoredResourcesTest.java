// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.highlands.local.control.ControlException;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IgnoredResourcesTest {

    private final List<Span> kept = new ArrayList<>();
    private final IgnoredResources ignored = new IgnoredResources(kept::addAll);

    @Test
    void aTraceIsIgnoredWholeByTheNameOfItsFirstSpan() {
        ignored.ignore("^GET /health$,^POST$");

        ignored.put(List.of(span(1, 1, 0, "GET /health"), span(1, 2, 1, "HealthController.health"),
                span(2, 3, 0, "GET /time"), span(3, 4, 0, "POST")));

        assertThat(kept).extracting(Span::name).containsExactly("GET /time");
        assertThat(ignored.ignored()).isEqualTo(3);
    }

    @Test
    void aSpanWithinAnotherTraceIsKeptWhateverItsName() {
        ignored.ignore("^POST$");

        ignored.put(List.of(span(1, 2, 1, "POST")));

        assertThat(kept).hasSize(1);
    }

    /** The collector's filter drops spans one by one (filterprocessor: orphaned telemetry). */
    @Test
    void theCollectorsFilterDropsTheFirstSpanAlone() {
        ignored.ignoreRoots(Set.of("GET /health"));

        ignored.put(List.of(span(1, 1, 0, "GET /health"), span(1, 2, 1, "HealthController.health"),
                span(2, 3, 9, "GET /health"), span(3, 4, 0, "GET /healthy")));

        assertThat(kept).extracting(Span::id).containsExactly(2L, 3L, 4L);
        assertThat(ignored.ignored()).isEqualTo(1);
    }

    @Test
    void whatIsTurnedAwayIsNotCountedAsIgnored() {
        IgnoredResources behind = new IgnoredResources(spans -> false);
        behind.ignore("^POST$");

        assertThat(behind.put(List.of(span(1, 1, 0, "POST"), span(2, 2, 0, "GET /")))).isFalse();
        assertThat(behind.ignored()).isZero();
    }

    @Test
    void whatIsNoExpressionIsRefusedInOneLine() {
        assertThatThrownBy(() -> ignored.ignore("(")).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("DD_APM_IGNORE_RESOURCES: '(' is no regular expression");
    }

    private static Span span(long trace, long id, long parent, String name) {
        return new Span(new TraceId(0, trace), id, parent, parent == 0, SpanSource.OTLP, "service-a", name,
                SpanKind.SERVER, 1, 1, SpanStatus.UNSET, "", "", 0, "", "", "", Map.of());
    }
}
