// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.List;
import java.util.OptionalLong;

import io.highlands.local.span.Span;

/**
 * What a search found.
 *
 * @param spans the spans in the order that was asked for, without their attributes
 * @param isCut whether there may be more that fit, beyond the limit
 * @param unreadBefore empty when all was read that had to be; otherwise the search ended early, and spans that began before
 *            this moment, in nanoseconds since 1970, may fit as well
 */
public record SpanMatches(List<Span> spans, boolean isCut, OptionalLong unreadBefore) {}
