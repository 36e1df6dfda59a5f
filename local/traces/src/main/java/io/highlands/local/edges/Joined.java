// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.List;
import java.util.Optional;

import io.highlands.local.edges.join.CallSpan;
import io.highlands.local.span.TraceId;

/**
 * What spans say of one request.
 *
 * @param trace its trace
 * @param client the caller's CLIENT span, where it is known
 * @param attempts the callee's side, an entry for each attempt that reached it; none where it is not known
 */
record Joined(TraceId trace, Optional<CallSpan> client, List<Attempt> attempts) {}
