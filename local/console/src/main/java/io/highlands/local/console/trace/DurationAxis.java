// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.ArrayList;
import java.util.List;

import io.highlands.local.traces.compare.DurationBucket;

/** The labels below a histogram: always where it begins and where its bars end, and between them where there is room. */
final class DurationAxis {

    /** How wide the graph is on a page of 390 px. */
    private static final double NARROWEST = 328;

    /** How wide a character is at most, on the average of a label of 11 px. */
    private static final double CHARACTER = 7;

    private static final double GAP = 6;

    private static final int LABELS = 5;

    private DurationAxis() {
    }

    /**
     * What is written below a bar.
     *
     * @param place where it begins, as a part of the graph's width
     * @param endsThere whether it ends there instead
     * @param text what it says
     */
    record Label(double place, boolean endsThere, String text) {}

    /**
     * Places labels.
     *
     * @param buckets the bars, at least one
     * @param columns how many bars the graph has room for
     * @return labels from left to right; one for both ends of few bars, which have no room for two
     */
    static List<Label> of(List<DurationBucket> buckets, int columns) {
        double column = NARROWEST / columns;
        String first = Times.took(buckets.getFirst().fromNanos());
        String last = Times.took(buckets.getLast().untilNanos());
        double end = buckets.size() * column;
        boolean endsThere = end + width(last) > NARROWEST;
        double until = (endsThere ? end - width(last) : end) - GAP;
        if (width(first) > until) {
            return List.of(new Label(0, false, first + " to " + last));
        }
        List<Label> labels = new ArrayList<>(List.of(new Label(0, false, first)));
        double free = width(first) + GAP;
        int step = (columns + LABELS - 1) / LABELS;
        for (int i = step; i < buckets.size(); i += step) {
            String text = Times.took(buckets.get(i).fromNanos());
            if (i * column >= free && i * column + width(text) <= until) {
                labels.add(new Label((double) i / columns, false, text));
                free = i * column + width(text) + GAP;
            }
        }
        labels.add(new Label((double) buckets.size() / columns, endsThere, last));
        return labels;
    }

    private static double width(String text) {
        return text.length() * CHARACTER;
    }
}
