// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service that another one calls through the mesh.
 *
 * @param service
 *            name of the service that is called
 * @param timeout
 *            how long the caller's HTTP client waits for a whole answer at most. Absent: the upstream's deadline and a
 *            second, so that the mesh speaks first. Given where the caller must answer sooner than its upstream may take.
 */
public record Upstream(String service, Optional<Duration> timeout) {

    /** What a client waits beyond its upstream's deadline (DESIGN, "The request path"). */
    static final Duration CLIENT_MARGIN = Duration.ofSeconds(1);

    /** The variables that tell the caller of it: its address, and how long to wait. */
    List<String> variables() {
        return List.of(Variables.prefix(service) + "_URL", Variables.prefix(service) + "_TIMEOUT");
    }

    /** An upstream that is waited for as long as its own deadline asks. */
    public static Upstream of(String service) {
        return new Upstream(service, Optional.empty());
    }

    /** An upstream that the caller gives up on before the upstream's own deadline. */
    public static Upstream within(Duration timeout, String service) {
        return new Upstream(service, Optional.of(timeout));
    }
}
