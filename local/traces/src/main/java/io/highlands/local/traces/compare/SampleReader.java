// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.span.Span;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

/** Reads the spans of traces, and keeps of them what a comparison counts: equal attributes once, and no long value. */
final class SampleReader {

    /** How much memory the attributes of all traces take at most, about: a fifth of the platform's heap. */
    static final long MAX_BYTES = 24L << 20;

    /** What an attribute takes beside its characters. */
    private static final int OBJECTS = 100;

    /** What each trace takes that has it. */
    private static final int REFERENCE = 8;

    private final Traces store;

    private final List<SpanCondition> conditions;

    private final Map<SpanAttribute, SpanAttribute> shared = new HashMap<>();

    private final Set<Span> fitting = Collections.newSetFromMap(new IdentityHashMap<>());

    private long bytes;

    SampleReader(Traces store, List<SpanCondition> conditions) {
        this.store = store;
        this.conditions = conditions;
    }

    /** {@return those of the traces of which spans are known; empty where all attributes take more memory than they may} */
    Optional<List<TraceSample>> read(List<TraceSummary> traces) {
        fitting.clear();
        Map<TraceId, List<Span>> spans = store.findAll(traces.stream().map(trace -> trace.root().trace()).toList(),
                this::kept);
        List<TraceSample> read = new ArrayList<>();
        for (TraceSummary trace : traces) {
            List<Span> known = spans.getOrDefault(trace.root().trace(), List.of());
            if (!known.isEmpty() && bytes <= MAX_BYTES) {
                read.add(sample(trace.root(), known));
            }
        }
        return bytes > MAX_BYTES ? Optional.empty() : Optional.of(read);
    }

    private TraceSample sample(Span listed, List<Span> spans) {
        Span span = spans.stream()
                .filter(one -> conditions.isEmpty() ? one.id() == listed.id() : fitting.contains(one))
                .findFirst().orElse(listed);
        TraceSample sample = TraceSample.of(span, spans);
        bytes += (long) REFERENCE * sample.attributes().size();
        return new TraceSample(span, sample.isFailed(), sample.errorType(),
                sample.attributes().stream().map(this::share).collect(Collectors.toSet()));
    }

    private Span kept(Span span) {
        Map<String, String> attributes = new HashMap<>();
        span.attributes().forEach((key, value) -> {
            if (bytes <= MAX_BYTES) {
                SpanAttribute attribute = share(new SpanAttribute(key, SpanAttribute.counted(value)));
                attributes.put(attribute.key(), attribute.value());
            }
        });
        Span kept = new Span(span.trace(), span.id(), span.parent(), span.localRoot(), span.source(), span.service(),
                span.name(), span.kind(), span.startNanos(), span.durationNanos(), span.status(),
                SpanAttribute.counted(span.route()), SpanAttribute.counted(span.method()), span.httpStatus(), "",
                SpanAttribute.counted(span.peer()), SpanAttribute.counted(span.error()), attributes);
        if (conditions.stream().allMatch(condition -> condition.matches(span))) {
            fitting.add(kept);
        }
        return kept;
    }

    private SpanAttribute share(SpanAttribute attribute) {
        SpanAttribute known = shared.putIfAbsent(attribute, attribute);
        if (known != null) {
            return known;
        }
        bytes += OBJECTS + 2L * (attribute.key().length() + attribute.value().length());
        return attribute;
    }
}
