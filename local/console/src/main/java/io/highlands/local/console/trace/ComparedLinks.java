// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.highlands.local.span.SpanKind;
import io.highlands.local.traces.compare.AttributeShare;
import io.highlands.local.traces.compare.DurationBucket;
import io.highlands.local.traces.compare.SpanAttribute;
import io.highlands.local.traces.compare.TraceGroup;
import io.highlands.local.traces.compare.TraceSample;
import io.highlands.local.traces.search.SearchEdit;

/**
 * Links from figures to the traces that they count: the search with further terms. All terms of a search hold for the same span,
 * so that what only another span of the traces has is searched alone.
 */
final class ComparedLinks {

    private final TraceQuery query;

    /** Says that no other span of a trace counts: its first, or those of the kind that all have. */
    private final List<String> sameSpan;

    ComparedLinks(TraceQuery query, List<TraceSample> traces) {
        this.query = query;
        this.sameSpan = sameSpan(query.text(), traces);
    }

    private static List<String> sameSpan(String search, List<TraceSample> traces) {
        if (!SearchEdit.has(search, "root") && traces.stream().allMatch(trace -> trace.span().parent() == 0)) {
            return List.of("root=true");
        }
        List<SpanKind> kinds = traces.stream().map(trace -> trace.span().kind()).distinct().toList();
        return kinds.size() == 1 && !SearchEdit.has(search, "root") && !SearchEdit.has(search, "kind")
                ? List.of("kind=" + kinds.getFirst().name().toLowerCase(Locale.ROOT))
                : List.of();
    }

    /** {@return where the traces of a bar are listed} */
    Optional<String> bucket(DurationBucket bucket) {
        return query.hasText()
                ? Optional.empty()
                : SearchEdit.withDurations(query.text(),
                        SearchEdit.durations(bucket.fromNanos(), bucket.untilNanos()))
                        .flatMap(search -> SearchEdit.with(search, sameSpan)).map(query::searching);
    }

    /** {@return where the traces of a group are listed} */
    Optional<String> group(TraceGroup group) {
        return group.by() == TraceGroup.By.ERROR_TYPE ? alone(group.attributes()) : added(group.attributes());
    }

    /** {@return where the traces with an attribute are listed, those that are not selected as well} */
    Optional<String> attribute(AttributeShare share) {
        return share.isOfSpan() ? added(List.of(share.attribute())) : alone(List.of(share.attribute()));
    }

    private Optional<String> added(List<SpanAttribute> attributes) {
        return query.hasText()
                ? Optional.empty()
                : terms(attributes).flatMap(terms -> SearchEdit.with(query.text(), terms))
                        .flatMap(search -> SearchEdit.with(search, sameSpan)).map(query::searching);
    }

    private Optional<String> alone(List<SpanAttribute> attributes) {
        return terms(attributes).flatMap(terms -> SearchEdit.with("", terms)).map(query::searchingOnly);
    }

    private static Optional<List<String>> terms(List<SpanAttribute> attributes) {
        List<String> terms = new ArrayList<>();
        attributes.forEach(attribute -> SearchEdit.term(attribute.key(), attribute.value()).ifPresent(terms::add));
        return terms.size() == attributes.size() ? Optional.of(terms) : Optional.empty();
    }
}
