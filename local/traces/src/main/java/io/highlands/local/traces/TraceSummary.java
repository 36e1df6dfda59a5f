// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import io.highlands.local.span.Span;

/**
 * A trace in a list.
 *
 * @param root the local root by which it is listed; of a search the span that fits; without its attributes
 * @param spans how many spans the trace has as far as is known
 * @param services how many services took part
 * @param failed whether any of its spans failed
 */
public record TraceSummary(Span root, int spans, int services, boolean failed) {}
