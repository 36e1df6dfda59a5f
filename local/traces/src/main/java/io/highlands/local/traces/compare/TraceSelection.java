// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.List;
import java.util.function.Predicate;

import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.search.SearchException;
import io.highlands.local.traces.search.SearchText;

/** Which of many traces are compared with the others: those that failed, the slow ones, or those that took so long. */
public final class TraceSelection {

    /** Those of which any span failed. */
    public static final TraceSelection FAILED = new TraceSelection("failed", List.of());

    /** Those that took longer than nine of ten. */
    public static final TraceSelection SLOW = new TraceSelection("slow", List.of());

    /** Slow is what takes longer than so many of 100. */
    private static final int SLOW_PERCENT = 90;

    private final String text;

    private final List<SpanCondition> durations;

    private TraceSelection(String text, List<SpanCondition> durations) {
        this.text = text;
        this.durations = durations;
    }

    /**
     * Reads a selection.
     *
     * @param text {@code failed}, {@code slow}, or one or two terms of a search on the duration, such as
     *            {@code duration>200ms}
     * @return the selection
     * @throws SearchException in one line, for anything else
     */
    public static TraceSelection read(String text) {
        String words = text.strip();
        if (words.equals(FAILED.text)) {
            return FAILED;
        }
        if (words.equals(SLOW.text)) {
            return SLOW;
        }
        List<SpanCondition> conditions = words.startsWith("duration") ? SearchText.read(words) : List.of();
        if (conditions.isEmpty() || conditions.stream().anyMatch(condition -> !condition.key().equals("duration"))) {
            throw new SearchException(
                    "compare '" + words + "'; there are: failed, slow, or a duration such as duration>200ms");
        }
        return new TraceSelection(words, conditions);
    }

    /**
     * Which traces it selects.
     *
     * @param traces all of them, of which slow ones are a part
     * @return whether one is selected
     */
    public Predicate<TraceSample> among(List<TraceSample> traces) {
        if (this == FAILED) {
            return TraceSample::isFailed;
        }
        if (this == SLOW) {
            long longest = traces.isEmpty() ? 0 : TraceGroup.percentile(traces, SLOW_PERCENT);
            return trace -> trace.durationNanos() > longest;
        }
        return trace -> durations.stream().allMatch(condition -> condition.matches(trace.span()));
    }

    @Override
    public String toString() {
        return text;
    }
}
