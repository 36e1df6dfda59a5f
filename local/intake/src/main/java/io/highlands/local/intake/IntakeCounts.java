// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import io.highlands.local.intake.batch.SpanCounts;

/**
 * What came since the start.
 *
 * @param datadog spans in Datadog's protocol
 * @param otlp spans in OTLP
 * @param metricPoints data points of metrics in OTLP; they are not kept
 * @param logRecords log records in OTLP; they are not kept
 * @param statsdSamples samples in DogStatsD
 */
public record IntakeCounts(SpanCounts datadog, SpanCounts otlp, long metricPoints, long logRecords,
        long statsdSamples) {}
