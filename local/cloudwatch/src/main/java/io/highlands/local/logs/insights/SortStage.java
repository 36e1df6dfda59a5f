// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** {@code sort}: keeps the first rows in order, as many as can be shown. */
final class SortStage implements Stage {

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
        if (rows.size() >= 2 * most + 100) {
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
        if (rows.size() > most) {
            rows = new ArrayList<>(rows.subList(0, most));
        }
    }
}
