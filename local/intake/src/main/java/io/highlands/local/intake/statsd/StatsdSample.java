// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.statsd;

import java.util.Map;

/**
 * A sample of a metric.
 *
 * @param name such as {@code jvm.heap_memory}
 * @param value the value
 * @param type how samples are put together
 * @param rate the part of all samples that is sent, above 0 to 1
 * @param tags values by name; of a tag without a value, an empty text
 */
public record StatsdSample(String name, double value, Type type, double rate, Map<String, String> tags) {

    /** How samples are put together. */
    public enum Type {
        /** The last one counts. */
        GAUGE,
        /** They are added up. */
        COUNT,
        /** Their distribution counts; times are in milliseconds. */
        DISTRIBUTION
    }

    /** Keeps the tags as they are now. */
    public StatsdSample {
        tags = Map.copyOf(tags);
    }
}
