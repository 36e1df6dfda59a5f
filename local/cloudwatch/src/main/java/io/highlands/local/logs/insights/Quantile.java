// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.Arrays;
import java.util.OptionalDouble;

import io.highlands.local.logs.bounds.WorkLimit;

/** {@code pct(field, percent)}: the smallest value below or at which so many percent of the values lie. */
final class Quantile implements Accumulator {

    private final Expression of;
    private final Expression percent;
    private double[] values = new double[16];
    private int size;
    private double wanted;

    Quantile(Expression of, Expression percent) {
        this.of = of;
        this.percent = percent;
    }

    @Override
    public void add(Row row) {
        OptionalDouble value = Values.number(of.of(row));
        if (value.isEmpty()) {
            return;
        }
        if (size == values.length) {
            WorkLimit.current().keep(8L * size);
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value.getAsDouble();
        wanted = Values.number(percent.of(row)).orElse(50);
    }

    @Override
    public Object result() {
        if (size == 0) {
            return null;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(Math.clamp(wanted, 0, 100) / 100 * size);
        return sorted[Math.max(1, rank) - 1];
    }
}
