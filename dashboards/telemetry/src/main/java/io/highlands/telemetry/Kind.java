// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

/** What one data point of a metric holds, and so which statistics mean something. */
public enum Kind {

    /**
     * One sample per event, with its size: SampleCount is the number of events, and percentiles, PR and the trimmed
     * means are those of the events. Nothing is published for a period without an event.
     */
    DISTRIBUTION,

    /** How many in the period: Sum. Where it says so, zero is published too, so that no data is not zero. */
    COUNTER,

    /** A level, sampled: Average, Minimum and Maximum. */
    GAUGE
}
