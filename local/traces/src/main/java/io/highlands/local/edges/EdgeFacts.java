// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of an edge over a window. What nobody told is absent, and is not zero.
 *
 * @param edge which edge
 * @param client what the caller's HTTP client published
 * @param target what the mesh published
 * @param proxy what the access log of the caller's proxy says
 * @param callerSpans what the caller's CLIENT spans say
 * @param calleeSpans what the callee's local roots say
 * @param slow the slowest requests, the slowest first
 * @param failures the newest failed requests, the newest first
 */
public record EdgeFacts(Edge edge, Optional<ClientFigures> client, Optional<TargetFigures> target,
        Optional<ProxyFigures> proxy, SpanFigures callerSpans, SpanFigures calleeSpans, List<Slow> slow,
        List<Failure> failures) {

    /** Keeps the lists as they are now. */
    public EdgeFacts {
        slow = List.copyOf(slow);
        failures = List.copyOf(failures);
    }

    /** Whether anything says that there was a request. */
    boolean used() {
        return proxy.filter(log -> log.requests() > 0).isPresent()
                || client.filter(seen -> seen.calls() > 0).isPresent()
                || target.filter(seen -> seen.answered() > 0).isPresent();
    }
}
