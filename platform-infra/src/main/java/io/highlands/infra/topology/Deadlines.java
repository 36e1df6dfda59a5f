// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that along every public path each inner wait ends before the outer one, so that the service nearest to a fault
 * is the one that reports it.
 */
public final class Deadlines {

    /** Where a path is in the keys that lead to its calls. */
    private static final int PATH = 2;

    private final Topology topology;

    private Deadlines(Topology topology) {
        this.topology = topology;
    }

    /**
     * A wait that is not shorter than the one around it.
     *
     * @param keys
     *            the keys that lead to the call on the path in {@code services}, from the service's name
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
    public record Violation(List<String> keys, String path, String client, String server, Duration inner,
            Duration outer) {

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
                var keys = List.of(service.name(), "public", path.path(), "calls");
                var found = deadlines.check(keys, service, service.deadline(), path.calls());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> check(List<String> keys, ServiceSpec client, Duration outer, List<Call> calls) {
        for (Call call : calls) {
            List<String> here = Stream.concat(keys.stream(), Stream.of(call.service())).toList();
            String path = keys.get(PATH);
            Upstream upstream = client.upstreams().stream().filter(up -> up.service().equals(call.service()))
                    .findFirst().orElseThrow(() -> new InvalidInput(here, client.name() + ": call on path " + path,
                            call.service(), "one of its upstreams"));
            Duration inner = topology.timeout(upstream);
            if (inner.compareTo(outer) >= 0) {
                return Optional.of(new Violation(here, path, client.name(), call.service(), inner, outer));
            }
            var deeper = check(here, topology.get(call.service()), topology.deadlineOf(upstream), call.calls());
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }
}
