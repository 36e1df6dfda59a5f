// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.highlands.local.control.message.ComparedTraces;
import io.highlands.local.control.message.ComparedTraces.CommonAttribute;
import io.highlands.local.control.message.ComparedTraces.DurationCount;
import io.highlands.local.control.message.ComparedTraces.GroupedTraces;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.Traces;
import io.highlands.local.traces.compare.ComparisonTurn;
import io.highlands.local.traces.compare.DurationBucket;
import io.highlands.local.traces.compare.SpanAttribute;
import io.highlands.local.traces.compare.TraceComparison;
import io.highlands.local.traces.compare.TraceGroup;
import io.highlands.local.traces.compare.TraceSample;
import io.highlands.local.traces.compare.TraceSamples;
import io.highlands.local.traces.compare.TraceSelection;
import io.highlands.local.traces.search.SearchEdit;
import io.highlands.local.traces.search.SearchText;

/** What selected traces have in common, as the control interface says it. */
final class ComparisonRecords {

    /** The first span of each trace, whose duration is that of the request. */
    private static final String FIRST_SPANS = "root=true";

    private ComparisonRecords() {
    }

    /**
     * Compares some of the newest traces that a search finds with the others.
     *
     * @param text the search as it was typed; none for the first span of each trace
     * @param since how long ago the spans began at most
     * @param compare which are compared with the others
     * @throws io.highlands.local.traces.compare.ComparisonBusyException when others compare all the time
     */
    static ComparedTraces compare(Traces traces, String text, Duration since, String compare) {
        TraceSelection selection = TraceSelection.read(compare);
        List<SpanCondition> conditions = SearchText.read(text.isBlank() ? FIRST_SPANS : text);
        return ComparisonTurn.take(TraceSearch.TIMEOUT, () -> compare(traces, conditions, since, selection));
    }

    private static ComparedTraces compare(Traces traces, List<SpanCondition> conditions, Duration since,
            TraceSelection selection) {
        Instant to = Instant.now();
        Instant from = to.minus(since);
        TraceMatches found = traces.search(new TraceSearch(from, to, conditions, TraceFilter.Order.NEWEST,
                TraceSamples.MAX_TRACES, TraceSearch.TIMEOUT));
        TraceSamples read = TraceSamples.read(traces, found.traces(), conditions, TraceSearch.TIMEOUT);
        TraceComparison comparison = TraceComparison.of(read.traces(), selection.among(read.traces()));
        boolean isComplete = found.unreadBefore().isEmpty() && !found.isCut() && !read.isCut();
        return new ComparedTraces((isComplete ? from : compared(from, to, found, read)).toString(), to.toString(),
                isComplete, read.unread(), selection.toString(), comparison.selected(), comparison.others(),
                attributes(comparison),
                DurationBucket.of(read.traces()).stream().map(ComparisonRecords::bucket).toList(),
                groups(read.traces()));
    }

    /** {@return since when all are compared, where not all were; the end of the time where none was} */
    private static Instant compared(Instant from, Instant to, TraceMatches found, TraceSamples read) {
        Instant earliest = read.traces().stream().map(trace -> Instant.ofEpochSecond(0, trace.span().startNanos()))
                .min(Comparator.naturalOrder()).orElse(to);
        return Stream.of(from, earliest, found.unreadBefore().orElse(from)).max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<CommonAttribute> attributes(TraceComparison comparison) {
        return comparison.attributes().stream().map(share -> new CommonAttribute(share.attribute().key(),
                share.attribute().value(), share.selected(), share.others())).toList();
    }

    private static DurationCount bucket(DurationBucket bucket) {
        return new DurationCount(bucket.fromNanos(), bucket.untilNanos(), bucket.traces(), bucket.failed());
    }

    private static List<GroupedTraces> groups(List<TraceSample> traces) {
        return TraceGroup.of(traces).stream()
                .map(group -> new GroupedTraces(group.by().name().toLowerCase(Locale.ROOT).replace('_', '.'),
                        group.attributes().stream().flatMap(ComparisonRecords::term).toList(), group.traces(),
                        group.failed(), group.p50Nanos(), group.p95Nanos()))
                .toList();
    }

    /** What no term says is as it is. */
    private static Stream<String> term(SpanAttribute attribute) {
        return Stream.of(SearchEdit.term(attribute.key(), attribute.value())
                .orElse(attribute.key() + "=" + attribute.value()));
    }
}
