// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

/**
 * What became of the spans of one protocol since the start.
 *
 * @param received spans that were read, whatever became of them
 * @param taken spans that the store took
 * @param sampledAway spans of traces that the sample rate leaves out
 * @param refused spans that are none: an id of zero, or a time out of range
 * @param dropped spans that the store turned away because it was behind
 * @param requests local roots that were read: the requests that services received, whatever was sampled
 * @param unread bodies of traces, with an unknown number of spans, that were not taken in: malformed, too large, or more
 *            than there was room for at once
 */
public record SpanCounts(long received, long taken, long sampledAway, long refused, long dropped, long requests,
        long unread) {}
