// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a search of traces found.
 *
 * @param traces the traces in the order that was asked for, each with the first of its spans that fits
 * @param isCut whether more traces may fit than are given back
 * @param unreadBefore empty when the search was complete; otherwise it ended early, as its time was over or as few traces had as
 *            many spans that fit as it reads, and spans that began before this moment may fit as well
 */
public record TraceMatches(List<TraceSummary> traces, boolean isCut, Optional<Instant> unreadBefore) {}
