// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.highlands.local.logs.bounds.WorkLimit;

/** {@code stats}: gathers rows into groups, and hands on one row per group. */
final class StatsStage implements Stage {

    /** Most groups kept; the events of further ones are left out. */
    static final int MAX_GROUPS = 10_000;

    private final List<Supplier<Accumulator>> aggregates;
    private final List<Column> results;
    private final List<Column> by;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();

    StatsStage(List<Supplier<Accumulator>> aggregates, List<Column> results, List<Column> by) {
        this.aggregates = aggregates;
        this.results = results;
        this.by = by;
        if (by.isEmpty()) {
            groups.put(List.of(), new Group(List.of()));
        }
    }

    @Override
    public void accept(Row row, Consumer<Row> next) {
        List<Object> values = new ArrayList<>(by.size());
        List<String> key = new ArrayList<>(by.size());
        for (Column column : by) {
            Object value = column.expression().of(row);
            values.add(value);
            key.add(value == null ? null : Values.text(value));
        }
        Group group = groups.get(key);
        if (group == null) {
            if (groups.size() >= MAX_GROUPS) {
                return;
            }
            group = new Group(values);
            WorkLimit.current().keep(200);
            key.forEach(WorkLimit.current()::keep);
            groups.put(key, group);
        }
        group.add(row);
    }

    @Override
    public void finish(Consumer<Row> next) {
        groups.values().forEach(group -> next.accept(group.row()));
    }

    private final class Group {

        private final List<Object> values;
        private final List<Accumulator> states;

        private Group(List<Object> values) {
            this.values = values;
            this.states = aggregates.stream().map(Supplier::get).toList();
        }

        private void add(Row row) {
            states.forEach(state -> state.add(row));
        }

        private Row row() {
            Row row = Row.withoutEvent();
            for (int i = 0; i < states.size(); i++) {
                row.set(ExpressionParser.aggregate(i), states.get(i).result());
            }
            results.forEach(column -> row.set(column.name(), column.expression().of(row)));
            for (int i = 0; i < by.size(); i++) {
                row.set(by.get(i).name(), values.get(i));
            }
            return row;
        }
    }
}
