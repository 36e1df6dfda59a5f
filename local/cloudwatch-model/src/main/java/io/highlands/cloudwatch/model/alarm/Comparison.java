// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a value is compared with the threshold. */
public enum Comparison {

    /** Breaches when the value is above the threshold or equal to it. */
    GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", "greater than or equal to"),
    /** Breaches when the value is above the threshold. */
    GREATER("GreaterThanThreshold", "greater than"),
    /** Breaches when the value is below the threshold. */
    LESS("LessThanThreshold", "less than"),
    /** Breaches when the value is below the threshold or equal to it. */
    LESS_OR_EQUAL("LessThanOrEqualToThreshold", "less than or equal to");

    private final String awsName;

    private final String words;

    Comparison(String awsName, String words) {
        this.awsName = awsName;
        this.words = words;
    }

    /**
     * Reads the {@code ComparisonOperator} of PutMetricAlarm.
     *
     * @param name such as {@code GreaterThanThreshold}; the three operators of anomaly detection are refused
     * @return the comparison
     */
    public static Comparison parse(String name) {
        return Arrays.stream(values()).filter(comparison -> comparison.awsName.equals(name)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is not a comparison operator known here: "
                                + "allowed are " + Arrays.stream(values()).map(Comparison::awsName)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * The name that PutMetricAlarm knows.
     *
     * @return the name
     */
    public String awsName() {
        return awsName;
    }

    /** The comparison in words, as state reasons say it. */
    String words() {
        return words;
    }

    /**
     * Whether a value is outside of the threshold.
     *
     * @param value the value
     * @param threshold the threshold
     * @return true when it breaches
     */
    public boolean breaches(double value, double threshold) {
        return switch (this) {
            case GREATER_OR_EQUAL -> value >= threshold;
            case GREATER -> value > threshold;
            case LESS -> value < threshold;
            case LESS_OR_EQUAL -> value <= threshold;
        };
    }
}
