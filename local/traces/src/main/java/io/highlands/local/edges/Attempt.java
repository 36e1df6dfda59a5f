// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.List;

import io.highlands.local.edges.join.CallSpan;

/**
 * One attempt of a request, as the callee's spans have it.
 *
 * @param root its local root
 * @param clients the CLIENT spans that it made, by the root's own clock
 */
record Attempt(CallSpan root, List<CallSpan> clients) {}
