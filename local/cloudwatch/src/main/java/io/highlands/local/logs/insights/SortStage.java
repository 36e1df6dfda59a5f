// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import io.highlands.local.logs.bounds.WorkLimit;

/** {@code sort}: keeps the first rows in order, as many as can be shown. */
final class SortStage implements Stage {

    /** Rows beyond those shown that wait for the next sorting. */
    private static final int MORE = 1_000;

    private final Comparator<Row> order;
    private final int most;
    private List<Row> rows = new ArrayList<>();

    SortStage(Comparator<Row> order, int most) {
        this.order = order;
        this.most = most;
    }

    @Override
    public void accept(Row row, Consumer<Row> next) {
        rows.add(row);
        WorkLimit.current().keep(row.size());
        if (rows.size() >= most + MORE) {
            cut();
        }
    }

    @Override
    public void finish(Consumer<Row> next) {
        cut();
        rows.forEach(next);
    }

    private void cut() {
        rows.sort(order);
        WorkLimit.current().check();
        if (rows.size() > most) {
            rows.subList(most, rows.size()).forEach(row -> WorkLimit.current().keep(-row.size()));
            rows = new ArrayList<>(rows.subList(0, most));
        }
    }
}
