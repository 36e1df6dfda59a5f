// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceCounts;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

import static org.assertj.core.api.Assertions.assertThat;

class ComparedViewTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static final long MILLI = 1_000_000;

    private static Span span(int trace, long parent, long millis, boolean isFailed) {
        return new Span(new TraceId(1, trace), 2, parent, parent == 0, SpanSource.OTLP, "service-b", "GET /",
                SpanKind.SERVER, NOON.getEpochSecond() * 1_000 * MILLI - trace, millis * MILLI,
                isFailed ? SpanStatus.ERROR : SpanStatus.UNSET, "/", "GET", isFailed ? 502 : 200, "", "",
                isFailed ? "java.io.IOException" : "", Map.of());
    }

    /** Twenty traces, the last of which failed. */
    private static List<Span> traces(long parent) {
        return IntStream.rangeClosed(1, 20).mapToObj(n -> span(n, parent, n == 20 ? 230 : 45, n == 20)).toList();
    }

    private static String html(Found traces, Map<String, String> fields) {
        Function<String, Optional<String>> field = name -> Optional.ofNullable(fields.get(name));
        return new ComparedView(traces, new TraceQuery(field, new TimeRange("", NOON.minusSeconds(60), NOON)))
                .render(NOON).html();
    }

    /** The searches that bars, groups and attributes lead to, by the beginning of their ids. */
    private static List<String> links(String html, String kind) {
        return Pattern.compile("<a [^>]*>").matcher(html).results().map(found -> found.group())
                .filter(link -> link.contains("id=\"" + kind))
                .map(link -> URLDecoder.decode(link.replaceFirst(".*[;&?]q=([^&\"]*).*", "$1"), StandardCharsets.UTF_8))
                .collect(Collectors.toList());
    }

    @Test
    void withoutASearchTheFieldsAreItsConditions() {
        Found traces = new Found(traces(0));
        html(traces, Map.of());
        html(traces, Map.of("service", "service-a", "route", "/route", "outcome", "failed", "status", "503", "min",
                "38"));

        assertThat(traces.searches.getFirst().conditions()).extracting(Object::toString)
                .containsExactly("SpanCondition[key=root, comparison=EQUAL, value=true]");
        assertThat(traces.searches.getLast().conditions())
                .extracting(condition -> condition.key() + condition.comparison().sign() + condition.value())
                .containsExactly("service=service-a", "route=/route", "error=true", "status=503", "duration>=38000000");
        assertThat(traces.searches).allSatisfy(search -> {
            assertThat(search.timeout()).isEqualTo(TraceSearch.TIMEOUT);
            assertThat(search.limit()).isEqualTo(1_000);
        });
    }

    @Test
    void theFiguresAreOfTheNewestWhateverTheOrderOfTheList() {
        Found traces = new Found(traces(0));
        html(traces, Map.of("order", "slowest"));
        html(traces, Map.of("order", "slowest", "q", "service-b"));

        assertThat(traces.searches).extracting(TraceSearch::order).containsOnly(TraceFilter.Order.NEWEST);
        assertThat(traces.searches.getLast().conditions()).as("only what was typed").hasSize(1);
    }

    @Test
    void withATextNothingIsReadAndThatIsSaid() {
        Found traces = new Found(traces(0));

        assertThat(html(traces, Map.of("text", "timeout"))).contains("Durations and groups are not shown with a text");
        assertThat(traces.searches).isEmpty();
    }

    @Test
    void whatWasNotLookedAtIsSaid() {
        Found traces = new Found(traces(0));
        assertThat(html(traces, Map.of())).contains(">of 20 traces, 1 failed: half took up to 45 ms,")
                .doesNotContain("further ones", " on:");

        traces.isCut = true;
        assertThat(html(traces, Map.of())).as("since the earliest of those that are counted")
                .contains(">11:59:59</time> on: half", "; further ones are not counted<");

        traces.isCut = false;
        traces.unreadBefore = Optional.of(NOON.minusSeconds(30));
        assertThat(html(traces, Map.of())).contains(">of 20 traces, 1 failed, from <time", ">11:59:30</time> on: half");

        traces.unreadBefore = Optional.of(NOON.minusSeconds(90));
        assertThat(html(traces, Map.of())).as("before the range").doesNotContain("<time");
    }

    @Test
    void aLinkAddsToTheDurationOfTheSearch() {
        assertThat(links(html(new Found(traces(0)), Map.of("q", "duration>220ms")), "d-"))
                .containsExactly("duration>220ms duration>=40ms duration<50ms root=true",
                        "duration>220ms duration>=200ms duration<250ms root=true");
    }

    @Test
    void whatIsCountedByTheFirstSpanHasALinkOnlyWhereThatIsTheTracesFirst() {
        String roots = html(new Found(traces(0)), Map.of("q", "root=true"));
        assertThat(links(roots, "d-")).hasSize(2).allMatch(search -> search.startsWith("root=true duration>="));
        assertThat(links(roots, "g-ROUTE")).containsExactly("root=true service=service-b route=/");
        assertThat(roots).contains("each bar leads to its traces");

        String others = html(new Found(traces(1)), Map.of("q", "service-b"));
        assertThat(links(others, "d-")).isEmpty();
        assertThat(links(others, "g-")).as("a type of error is searched on any span")
                .containsExactly("error.type=java.io.IOException");
        assertThat(others).contains("aria-label=\"200 ms to 250 ms: 1 trace, 1 failed\"", "service-b /", "status 502")
                .doesNotContain("leads to");
    }

    @Test
    void tablesHaveIdsByWhichTheyStayScrolled() {
        assertThat(html(new Found(IntStream.rangeClosed(1, 40).mapToObj(n -> span(n, 0, n < 5 ? 230 : 45, n < 5))
                .toList()), Map.of())).contains("id=\"groups\"", "id=\"common-failed\"", "id=\"common-slow\"");
    }

    /** What is found whichever is searched for; a list, which has no deadline, is never read. */
    private static final class Found implements Traces {

        private final List<Span> roots;

        private final List<TraceSearch> searches = new ArrayList<>();

        private boolean isCut;

        private Optional<Instant> unreadBefore = Optional.empty();

        Found(List<Span> roots) {
            this.roots = roots;
        }

        @Override
        public TraceMatches search(TraceSearch search) {
            searches.add(search);
            return new TraceMatches(roots.stream()
                    .map(root -> new TraceSummary(root, 1, 1, root.status() == SpanStatus.ERROR)).toList(), isCut,
                    unreadBefore);
        }

        @Override
        public Map<TraceId, List<Span>> findAll(List<TraceId> ids, UnaryOperator<Span> kept) {
            return roots.stream().filter(root -> ids.contains(root.trace())).map(kept)
                    .collect(Collectors.groupingBy(Span::trace));
        }

        @Override
        public List<TraceSummary> list(TraceFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Span> find(TraceId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Span> calls(String service, Instant from, Instant to, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> services(Instant from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TraceCounts counts() {
            throw new UnsupportedOperationException();
        }
    }
}
