// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

/**
 * Bounds as absolute values: the lower one is exclusive, the upper one inclusive.
 *
 * @param low lower bound, negative infinity when not given
 * @param high upper bound, positive infinity when not given
 */
record ValueBounds(double low, double high) implements Bounds {

    @Override
    public Kept keep(Distribution samples) {
        double count = 0;
        double sum = 0;
        double below = 0;
        double above = 0;
        for (int i = 0; i < samples.distinct(); i++) {
            double value = samples.value(i);
            if (value <= low) {
                below += samples.count(i);
            } else if (value > high) {
                above += samples.count(i);
            } else {
                count += samples.count(i);
                sum += samples.count(i) * value;
            }
        }
        return new Kept(count, sum, below, above, low, high);
    }
}
