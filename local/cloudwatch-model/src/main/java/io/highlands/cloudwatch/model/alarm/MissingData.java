// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How an alarm treats periods without a value. */
public enum MissingData {

    /** They are not considered; INSUFFICIENT_DATA when there is nothing else. The default. */
    MISSING("missing", "Missing"),
    /** The state stays what it is. */
    IGNORE("ignore", "Ignore"),
    /** They count as breaching. */
    BREACHING("breaching", "Breaching"),
    /** They count as within the threshold. */
    NOT_BREACHING("notBreaching", "NonBreaching");

    private final String awsName;

    private final String words;

    MissingData(String awsName, String words) {
        this.awsName = awsName;
        this.words = words;
    }

    /**
     * Reads the {@code TreatMissingData} of PutMetricAlarm.
     *
     * @param name such as {@code notBreaching}; null means the default, {@code missing}
     * @return the treatment
     */
    public static MissingData parse(String name) {
        if (name == null) {
            return MISSING;
        }
        return Arrays.stream(values()).filter(treatment -> treatment.awsName.equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not a treatment of missing data: "
                        + "allowed are " + Arrays.stream(values()).map(MissingData::awsName)
                                .collect(Collectors.joining(", "))));
    }

    /**
     * What really happens for metrics of a namespace: those of AWS/DynamoDB always ignore missing data.
     *
     * @param namespace the metric's namespace
     * @return this treatment, or IGNORE
     */
    public MissingData in(String namespace) {
        return namespace.equals("AWS/DynamoDB") ? IGNORE : this;
    }

    /**
     * The name that PutMetricAlarm knows.
     *
     * @return the name
     */
    public String awsName() {
        return awsName;
    }

    /** The word in brackets in a state reason. */
    String words() {
        return words;
    }
}
