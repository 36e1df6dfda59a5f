// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;

/**
 * An edge over a window.
 *
 * @param facts what is known
 * @param verdict what can be said
 * @param from when the window begins, which is later than asked where there are too many spans
 * @param until when it ends
 * @param narrowed whether it begins later than asked
 */
public record EdgeView(EdgeFacts facts, Verdict verdict, Instant from, Instant until, boolean narrowed) {}
