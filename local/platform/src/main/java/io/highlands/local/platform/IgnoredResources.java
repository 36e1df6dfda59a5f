// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanSink;
import io.highlands.local.span.TraceId;

/**
 * Drops the traces that the sidecar is told to ignore, by the name of their first span: health checks, and the publisher's own
 * calls. What such a trace holds comes in one batch, since it never leaves its process.
 *
 * @see <a href="https://docs.datadoghq.com/tracing/guide/ignoring_apm_resources/">Datadog, ignoring unwanted resources</a>
 */
final class IgnoredResources implements SpanSink {

    /** The sidecar's variable: regular expressions, parted by commas. */
    static final String VARIABLE = "DD_APM_IGNORE_RESOURCES";

    private final SpanSink kept;
    private final LongAdder ignored = new LongAdder();
    private volatile List<Pattern> patterns = List.of();
    private volatile Set<String> roots = Set.of();

    IgnoredResources(SpanSink kept) {
        this.kept = kept;
    }

    /**
     * Takes the variable's value.
     *
     * @param expressions regular expressions, parted by commas; empty ignores nothing
     * @throws ControlException when one is none
     */
    void ignore(String expressions) {
        try {
            patterns = Stream.of(expressions.split(",")).map(String::strip).filter(text -> !text.isEmpty())
                    .map(Pattern::compile).toList();
            roots = Set.of();
        } catch (PatternSyntaxException e) {
            throw new ControlException(VARIABLE + ": '" + e.getPattern() + "' is no regular expression: "
                    + e.getDescription(), e);
        }
    }

    /**
     * Takes names of first spans that are dropped alone, as the collector's filter drops them: what comes below stays.
     *
     * @param names the names, whole
     */
    void ignoreRoots(Set<String> names) {
        patterns = List.of();
        roots = Set.copyOf(names);
    }

    /** Spans that were ignored since the start. */
    long ignored() {
        return ignored.sum();
    }

    @Override
    public boolean put(List<Span> spans) {
        Set<TraceId> traces = new HashSet<>();
        spans.stream().filter(span -> span.parent() == 0 && matches(span.name()))
                .forEach(span -> traces.add(span.trace()));
        Set<String> dropped = roots;
        List<Span> left = spans.stream().filter(
                span -> !traces.contains(span.trace()) && !(span.parent() == 0 && dropped.contains(span.name())))
                .toList();
        if (left.size() == spans.size()) {
            return kept.put(spans);
        }
        boolean taken = left.isEmpty() || kept.put(left);
        if (taken) {
            ignored.add(spans.size() - left.size());
        }
        return taken;
    }

    private boolean matches(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
    }
}
