// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.compare.AttributeShare;
import io.highlands.local.traces.compare.DurationBucket;
import io.highlands.local.traces.compare.SpanAttribute;
import io.highlands.local.traces.compare.TraceGroup;
import io.highlands.local.traces.compare.TraceSample;
import io.highlands.local.traces.search.SearchEdit;

/**
 * Links from figures to the traces that they count: the search with further terms. All terms of a search hold for the same span,
 * so that what only another span of the traces has is searched alone. A bar, or a group by route or status, counts by the first
 * span that fits, and a search finds any: it has a link only where a term says that the trace's first span is meant.
 */
final class ComparedLinks {

    private static final List<String> ROOT = SearchEdit
            .term(SpanCondition.FIRST_SPAN.key(), SpanCondition.FIRST_SPAN.value()).stream().toList();

    private final TraceQuery query;

    private final boolean areRoots;

    ComparedLinks(TraceQuery query, List<TraceSample> traces) {
        this.query = query;
        this.areRoots = traces.stream().allMatch(trace -> trace.span().parent() == 0);
    }

    /** {@return where the traces of a bar are listed} */
    Optional<String> bucket(DurationBucket bucket) {
        return areRoots ? added(SearchEdit.durations(bucket.fromNanos(), bucket.untilNanos())) : Optional.empty();
    }

    /** {@return where the traces of a group are listed} */
    Optional<String> group(TraceGroup group) {
        if (group.by() == TraceGroup.By.ERROR_TYPE) {
            return alone(group.attributes());
        }
        return areRoots ? terms(group.attributes()).flatMap(this::added) : Optional.empty();
    }

    /** {@return where the traces with an attribute are listed, those that are not selected as well} */
    Optional<String> attribute(AttributeShare share) {
        List<SpanAttribute> attributes = List.of(share.attribute());
        return share.isOfSpan() ? terms(attributes).flatMap(this::added) : alone(attributes);
    }

    private Optional<String> added(List<String> terms) {
        return SearchEdit.with(query.text(), terms)
                .flatMap(search -> SearchEdit.with(search, areRoots ? ROOT : List.of())).map(query::searching);
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
