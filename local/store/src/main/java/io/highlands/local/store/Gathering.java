// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Distribution;

/** The samples of one metric on their way into periods. */
sealed interface Gathering {

    void add(long second, double count, double sum, double minimum, double maximum, byte[] values);

    Aggregation end();

    static Gathering of(Range range, Detail detail) {
        return detail == Detail.SUMMARY ? new Totals(range) : new Values(range);
    }

    /** Adds up in arrays that reach from the first to the last period with data: no object per sample. */
    final class Totals implements Gathering {

        private static final int WIDTH = 4;

        private final Range range;

        private final long start;

        private final long period;

        private int first;

        private double[] cells = new double[0];

        private Totals(Range range) {
            this.range = range;
            this.start = range.start().getEpochSecond();
            this.period = range.period().toSeconds();
        }

        @Override
        public void add(long second, double count, double sum, double minimum, double maximum, byte[] values) {
            int cell = (cellOf((int) ((second - start) / period)) - first) * WIDTH;
            boolean empty = cells[cell] == 0;
            cells[cell] += count;
            cells[cell + 1] += sum;
            cells[cell + 2] = empty ? minimum : Math.min(cells[cell + 2], minimum);
            cells[cell + 3] = empty ? maximum : Math.max(cells[cell + 3], maximum);
        }

        /** Makes room for a period, in steps that double. */
        private int cellOf(int index) {
            int size = cells.length / WIDTH;
            if (size == 0) {
                first = index;
                cells = new double[Math.min(range.periods() - index, 64) * WIDTH];
            } else if (index < first) {
                int added = Math.min(first, Math.max(first - index, size));
                double[] wider = new double[cells.length + added * WIDTH];
                System.arraycopy(cells, 0, wider, added * WIDTH, cells.length);
                cells = wider;
                first -= added;
            } else if (index >= first + size) {
                int wanted = Math.max(index - first + 1, Math.min(size * 2, range.periods() - first));
                cells = Arrays.copyOf(cells, wanted * WIDTH);
            }
            return index;
        }

        @Override
        public Aggregation end() {
            return Aggregation.of(range, index -> {
                int cell = (index - first) * WIDTH;
                return cell < 0 || cell >= cells.length || cells[cell] == 0
                        ? Distribution.EMPTY
                        : PackedValues.unpack(null, cells[cell], cells[cell + 1], cells[cell + 2], cells[cell + 3]);
            });
        }
    }

    /** Keeps the values of every period, packed as they are until somebody asks for them. */
    final class Values implements Gathering {

        private final Range range;

        private final long start;

        private final long period;

        private final Map<Integer, List<Packed>> periods = new HashMap<>();

        private Values(Range range) {
            this.range = range;
            this.start = range.start().getEpochSecond();
            this.period = range.period().toSeconds();
        }

        /** What one row has. */
        private record Packed(double count, double sum, double minimum, double maximum, byte[] values) {

            Distribution unpack() {
                return PackedValues.unpack(values, count, sum, minimum, maximum);
            }
        }

        @Override
        public void add(long second, double count, double sum, double minimum, double maximum, byte[] values) {
            periods.computeIfAbsent((int) ((second - start) / period), index -> new ArrayList<>(1))
                    .add(new Packed(count, sum, minimum, maximum, values));
        }

        @Override
        public Aggregation end() {
            return Aggregation.of(range, index -> {
                List<Packed> rows = periods.getOrDefault(index, List.of());
                return rows.size() == 1
                        ? rows.getFirst().unpack()
                        : Distribution.merge(rows.stream().map(Packed::unpack).toList());
            });
        }
    }
}
