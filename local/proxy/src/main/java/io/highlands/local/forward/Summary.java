// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

/**
 * A request that is over.
 *
 * @param startedAtMillis when it arrived, in milliseconds since the epoch
 * @param durationNanos how long it took, in nanoseconds
 * @param status the status code that the client was sent; 0 when it left before one was
 * @param local whether the forwarder made the answer itself
 * @param bytesReceived request body bytes read from the client
 * @param bytesSent response body bytes written to the client
 * @param upstreamNanos time from the start of the last attempt to the first byte of its answer, in nanoseconds; negative
 *            when there was none
 * @param route where the last attempt went, or null when there was none
 * @param attempts how many attempts were made
 */
public record Summary(long startedAtMillis, long durationNanos, int status, boolean local, long bytesReceived,
        long bytesSent, long upstreamNanos, UpstreamRoute route, int attempts) {}
