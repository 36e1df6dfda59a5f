// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

/** How much of the samples a reader needs. */
public enum Detail {

    /** Count, sum, minimum and maximum: enough for SampleCount, Sum, Average, Minimum and Maximum, and summed up in SQL. */
    SUMMARY,

    /** The samples' own values with their counts, which percentiles and trimmed statistics need. */
    VALUES
}
