// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.stream.IntStream;

/** Samples for tests. */
final class Samples {

    private Samples() {
    }

    static Distribution of(double... values) {
        return Distribution.of(values, null);
    }

    /** 1, 2, 3 and so on. */
    static Distribution upTo(int last) {
        return of(IntStream.rangeClosed(1, last).asDoubleStream().toArray());
    }

    static double value(String statistic, Distribution samples) {
        return Statistic.parse(statistic).of(samples).orElseThrow();
    }
}
