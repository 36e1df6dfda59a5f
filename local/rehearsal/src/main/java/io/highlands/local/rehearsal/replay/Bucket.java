// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.Map;
import java.util.regex.Pattern;

import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.cloudwatch.model.statistics.Statistic;

/**
 * What was published of a series within one step: a statistic set, which merges with others without loss, and the
 * percentile ranks that alarms ask for, which merge without loss together with the count.
 *
 * @param count SampleCount, above 0
 * @param sum Sum
 * @param minimum Minimum
 * @param maximum Maximum
 * @param ranks percent of the samples by statistic, such as {@code PR(:1)}
 */
record Bucket(double count, double sum, double minimum, double maximum, Map<String, Double> ranks) {

    private static final double PERCENT = 100;
    private static final double EXACT = 1e-6;
    private static final Pattern RANK_FROM_BELOW = Pattern.compile("PR\\(:[0-9.]+\\)");

    /** Copies the map. */
    Bucket {
        ranks = Map.copyOf(ranks);
    }

    /** {@return whether a recording keeps what the statistic needs: a percentile of two steps cannot be told from theirs} */
    static boolean tells(Statistic statistic) {
        return !statistic.needsValues() || RANK_FROM_BELOW.matcher(statistic.name()).matches();
    }

    /**
     * The samples, as far as a statistic needs them.
     *
     * @param statistic what will be asked of them and of others merged with them
     * @return samples of which the statistic is the recorded one
     * @throws ReplayException when that cannot be told from what was recorded
     */
    Distribution samples(Statistic statistic) {
        if (!statistic.needsValues()) {
            return Distribution.ofStatisticSet(count, sum, minimum, maximum);
        }
        Double percent = ranks.get(statistic.name());
        if (percent != null) {
            double within = count * percent / PERCENT;
            Distribution two = Distribution.of(new double[]{minimum, maximum},
                    new double[]{within, Math.max(0, count - within)});
            if (Math.abs(statistic.of(two).orElse(Double.NaN) - percent) < EXACT) {
                return two;
            }
        }
        throw new ReplayException("the statistic " + statistic.name() + " cannot be told from a recording; allowed: "
                + "SampleCount, Sum, Average, Minimum, Maximum and ranks from below such as PR(:1)");
    }

    /**
     * {@return the same with every sample so many times as large; ranks are then not known}
     *
     * @param factor above 0
     */
    Bucket times(double factor) {
        return factor == 1 ? this : new Bucket(count, sum * factor, minimum * factor, maximum * factor, Map.of());
    }
}
