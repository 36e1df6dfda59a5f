// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Checks that along every public path each inner wait ends before the outer one, so that the service nearest to a fault
 * is the one that reports it.
 */
public final class Deadlines {

    private final Topology topology;

    private Deadlines(Topology topology) {
        this.topology = topology;
    }

    /**
     * A wait that is not shorter than the one around it.
     *
     * @param path
     *            the public path on which it happens
     * @param client
     *            the service whose own deadline is too short
     * @param server
     *            the upstream it waits for
     * @param inner
     *            how long it waits
     * @param outer
     *            within what time it has to answer itself
     */
    public record Violation(String path, String client, String server, Duration inner, Duration outer) {

        /** What would be accepted, and why this is not, in words. */
        public String allowed() {
            return "deadlines that shrink inwards (on path %s %s waits %d s for %s, and has to answer in %d s)"
                    .formatted(path, client, inner.toSeconds(), server, outer.toSeconds());
        }
    }

    /** The first violation, if there is one. */
    public static Optional<Violation> check(Topology topology) {
        var deadlines = new Deadlines(topology);
        for (ServiceSpec service : topology.services()) {
            for (PublicPath path : service.publicPaths()) {
                var found = deadlines.check(path.path(), service, service.deadline(), path.calls());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> check(String path, ServiceSpec client, Duration outer, List<Call> calls) {
        for (Call call : calls) {
            Upstream upstream = client.upstreams().stream().filter(up -> up.service().equals(call.service()))
                    .findFirst().orElseThrow(() -> new InvalidInput(client.name() + ": call on path " + path,
                            call.service(), "one of its upstreams"));
            Duration inner = topology.timeout(upstream);
            if (inner.compareTo(outer) >= 0) {
                return Optional.of(new Violation(path, client.name(), call.service(), inner, outer));
            }
            var deeper = check(path, topology.get(call.service()), topology.deadlineOf(upstream), call.calls());
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }
}
