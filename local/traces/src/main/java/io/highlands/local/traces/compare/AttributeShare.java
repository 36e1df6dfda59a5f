// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

/**
 * How many of the selected traces have an attribute, and how many of the others.
 *
 * @param attribute the attribute with its value
 * @param selected how many of the selected traces have it, on any of their spans
 * @param others how many of the others
 * @param isOfSpan whether each of those selected traces has it on the span that counts, so that a term for it narrows the search
 */
public record AttributeShare(SpanAttribute attribute, int selected, int others, boolean isOfSpan) {}
