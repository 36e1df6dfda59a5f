// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * A trace in short: an entry of the response to {@code GET /traces} and {@code GET /traces/search}.
 *
 * @param trace its id, 32 hexadecimal digits
 * @param root its first span; of a search the one that fits
 * @param spans how many spans it has
 * @param services how many services they are of
 * @param anyFailed whether any of them has the status {@code ERROR}
 */
public record TraceEntry(String trace, SpanEntry root, int spans, int services, boolean anyFailed) {}
