// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.OptionalDouble;

/**
 * TM, WM, TC, TS and IQM: mean, winsorized mean, count and sum of the samples within bounds.
 *
 * @param name as written, such as {@code tm99} or {@code TC(:0.5)}
 * @param kind what is computed
 * @param bounds which samples count
 */
record TrimmedStatistic(String name, Kind kind, Bounds bounds) implements Statistic {

    /** What is computed of the samples within the bounds. */
    enum Kind {
        /** Trimmed mean: samples outside are ignored. */
        TM,
        /** Winsorized mean: samples outside take the value at the edge. */
        WM,
        /** Trimmed count. */
        TC,
        /** Trimmed sum. */
        TS
    }

    @Override
    public OptionalDouble compute(Distribution samples) {
        Bounds.Kept kept = bounds.keep(samples);
        return switch (kind) {
            case TC -> OptionalDouble.of(kept.count());
            case TS -> OptionalDouble.of(kept.sum());
            case TM -> kept.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(kept.sum() / kept.count());
            case WM -> OptionalDouble.of((kept.sum() + edge(kept.below(), kept.lowEdge())
                    + edge(kept.above(), kept.highEdge())) / samples.sampleCount());
        };
    }

    private static double edge(double count, double value) {
        return count == 0 ? 0 : count * value;
    }
}
