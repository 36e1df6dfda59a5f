// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The spans that are not on disk yet. Whoever changes it holds the intake's lock. */
final class UnwrittenSpans {

    private final Deque<SpanRow> rows = new ArrayDeque<>();

    private final Intake intake;

    UnwrittenSpans(Intake intake) {
        this.intake = intake;
    }

    /** What memory has at a moment, and up to which number the files have the rest. */
    record Snapshot(List<SpanRow> rows, long flushed) {}

    void addAll(Collection<SpanRow> added) {
        rows.addAll(added);
    }

    void forgetWritten() {
        while (!rows.isEmpty() && rows.peek().sequence() <= intake.flushed()) {
            rows.remove();
        }
    }

    Snapshot snapshot() {
        synchronized (intake) {
            return new Snapshot(new ArrayList<>(rows), intake.flushed());
        }
    }
}
