// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.List;

/**
 * One attempt of a request, as the callee's spans have it.
 *
 * @param root its local root
 * @param clients the CLIENT spans that it made, by the root's own clock
 */
record Attempt(EdgeSpan root, List<EdgeSpan> clients) {}
