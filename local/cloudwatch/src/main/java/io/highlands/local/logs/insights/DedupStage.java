// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.highlands.local.logs.bounds.WorkLimit;

/** {@code dedup}: lets the first row of each set of values pass, and every row that has none of the fields. */
final class DedupStage implements Stage {

    private final List<Column> columns;
    private final Set<List<String>> seen = new HashSet<>();

    DedupStage(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    public void accept(Row row, Consumer<Row> next) {
        List<String> key = new ArrayList<>(columns.size());
        boolean blank = true;
        for (Column column : columns) {
            Object value = column.expression().of(row);
            blank &= value == null;
            key.add(value == null ? null : Values.text(value));
        }
        boolean first = blank || seen.add(key);
        if (first) {
            WorkLimit.current().keep(100);
            key.forEach(WorkLimit.current()::keep);
            next.accept(row);
        }
    }
}
