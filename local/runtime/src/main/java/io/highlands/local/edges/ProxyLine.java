// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A request as a proxy's access log has it. At the caller's proxy one line stands for all attempts of a request, at the
 * callee's each attempt has its own.
 *
 * @param at when the line was written: the request's end
 * @param requestId the mesh's x-request-id; empty when the line has none
 * @param path the path
 * @param status the status that was answered; 0 when the client left before
 * @param millis how long the request took, in whole milliseconds
 * @param upstreamMillis time until the first byte of the next hop's answer, of the last attempt, in whole milliseconds; empty
 *            when there was none: the proxy made the answer itself
 */
public record ProxyLine(Instant at, String requestId, String path, int status, double millis,
        OptionalDouble upstreamMillis) {

    /**
     * Whether the request failed for its caller.
     *
     * @return whether the answer was a 5xx, or there was none
     */
    public boolean failed() {
        return status == 0 || status >= 500;
    }

    /**
     * Whether another than this proxy answered.
     *
     * @return whether there was an answer of the next hop
     */
    public boolean answered() {
        return upstreamMillis.isPresent();
    }
}
