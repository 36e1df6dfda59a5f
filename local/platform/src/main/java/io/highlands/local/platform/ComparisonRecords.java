// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.highlands.local.control.message.ComparedTraces;
import io.highlands.local.control.message.ComparedTraces.CommonAttribute;
import io.highlands.local.control.message.ComparedTraces.DurationCount;
import io.highlands.local.control.message.ComparedTraces.GroupedTraces;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.Traces;
import io.highlands.local.traces.compare.ComparedSearch;
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
        List<SpanCondition> conditions = text.isBlank() ? List.of(SpanCondition.FIRST_SPAN) : SearchText.read(text);
        Instant to = Instant.now();
        return ComparedSearch.run(traces, new TraceSearch(to.minus(since), to, conditions, TraceFilter.Order.NEWEST,
                TraceSamples.MAX_TRACES, TraceSearch.TIMEOUT), compared -> record(compared, selection));
    }

    private static ComparedTraces record(ComparedSearch compared, TraceSelection selection) {
        List<TraceSample> read = compared.read().traces();
        TraceComparison comparison = TraceComparison.of(read, selection.among(read));
        return new ComparedTraces(compared.since().toString(), compared.search().to().toString(),
                compared.isComplete(), compared.read().unread(), selection.toString(), comparison.selected(),
                comparison.others(), attributes(comparison),
                DurationBucket.of(read).stream().map(ComparisonRecords::bucket).toList(), groups(read));
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
