// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long something took, many times. */
final class Percentiles {

    private final List<Double> millis = new ArrayList<>();

    void time(Question question) throws Exception {
        long began = System.nanoTime();
        question.ask();
        millis.add((System.nanoTime() - began) / 1e6);
    }

    /** What is timed. */
    @FunctionalInterface
    interface Question {

        void ask() throws Exception;
    }

    void addAll(Percentiles other) {
        millis.addAll(other.millis);
    }

    double of(double percent) {
        List<Double> sorted = millis.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p95 %.1f ms".formatted(of(50), of(95));
    }
}
