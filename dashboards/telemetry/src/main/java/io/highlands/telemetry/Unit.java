// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

/**
 * Units, as CloudWatch names them (API_MetricDatum: Unit). A query with another unit than the published one finds
 * nothing, so none asks for a unit.
 */
public enum Unit {

    /** Thousandths of a second. */
    MILLISECONDS("Milliseconds"),
    /** Seconds. */
    SECONDS("Seconds"),
    /** Bytes. */
    BYTES("Bytes"),
    /** Millions of bytes. */
    MEGABYTES("Megabytes"),
    /** Thousand millions of bytes. */
    GIGABYTES("Gigabytes"),
    /** Bytes each second. */
    BYTES_PER_SECOND("Bytes/Second"),
    /** Hundredths of the whole. */
    PERCENT("Percent"),
    /** A number of things. */
    COUNT("Count"),
    /** No unit, or one that CloudWatch has no name for. */
    NONE("None");

    private final String cloudWatchName;

    Unit(String cloudWatchName) {
        this.cloudWatchName = cloudWatchName;
    }

    /** The name in CloudWatch's API, such as {@code Milliseconds}. */
    public String cloudWatchName() {
        return cloudWatchName;
    }
}
