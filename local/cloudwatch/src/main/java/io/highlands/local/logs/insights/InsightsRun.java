// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.highlands.local.logs.bounds.WorkLimit;

/** A query at work. */
public final class InsightsRun {

    private final List<String> columns;
    private final Grouping grouping;
    private final List<Stage> stages;
    private final int filters;
    private final List<Consumer<Row>> entries = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private long matched;
    private long scanned;
    private long bytes;

    InsightsRun(List<String> columns, Grouping grouping, List<Stage> stages, int filters) {
        this.columns = columns;
        this.grouping = grouping;
        this.stages = stages;
        this.filters = filters;
        Consumer<Row> next = this::show;
        for (int i = stages.size() - 1; i >= 0; i--) {
            next = entry(i, next);
            entries.addFirst(next);
        }
        entries.addLast(this::show);
    }

    private Consumer<Row> entry(int index, Consumer<Row> next) {
        Stage stage = stages.get(index);
        if (index != filters) {
            return row -> stage.accept(row, next);
        }
        return row -> {
            matched++;
            stage.accept(row, next);
        };
    }

    /**
     * Takes an event.
     *
     * @param event the event, not newer than the one before
     * @return false when no further event would change the rows; those that follow only count
     */
    public boolean accept(LogRecord event) {
        scanned++;
        bytes += event.message().length();
        entries.getFirst().accept(Row.of(event));
        for (Stage stage : stages) {
            if (stage.done()) {
                return false;
            }
            if (stage instanceof StatsStage || stage instanceof SortStage) {
                return true;
            }
        }
        return true;
    }

    /**
     * Ends the query.
     *
     * @param notes what the reader should know of how events were read
     * @return the answer
     */
    public QueryAnswer finish(List<String> notes) {
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).finish(entries.get(i + 1));
        }
        return new QueryAnswer(columns, List.copyOf(rows), grouping.names(), grouping.timeField(),
                grouping.binSeconds(), matched, scanned, bytes,
                List.copyOf(notes));
    }

    private void show(Row row) {
        List<String> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            Object value = row.get(column);
            String text = value == null ? null : Values.text(value);
            WorkLimit.current().keep(text);
            values.add(text);
        }
        WorkLimit.current().keep(100);
        rows.add(values);
    }
}
