// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;

import org.springframework.web.client.ResourceAccessException;

/**
 * Turns what the HTTP client throws into a failure.
 */
final class CallErrors {

    private CallErrors() {
    }

    static UpstreamException of(String upstream, Duration timeout, long startedNanos, RuntimeException thrown) {
        if (thrown instanceof UpstreamException known) {
            return known;
        }
        if (find(thrown, UpstreamException.class).isPresent()) {
            return find(thrown, UpstreamException.class).orElseThrow();
        }
        if (Thread.currentThread().isInterrupted() || find(thrown, InterruptedException.class).isPresent()) {
            return UpstreamException.of(upstream, UpstreamFailure.CANCELLED, "call of " + upstream + " cancelled",
                    thrown);
        }
        if (timedOut(timeout, startedNanos, thrown)) {
            return UpstreamException.of(upstream, UpstreamFailure.TIMEOUT, upstream + " did not answer in time",
                    thrown);
        }
        if (find(thrown, UnknownHostException.class).isPresent()
                || find(thrown, UnresolvedAddressException.class).isPresent()) {
            return UpstreamException.of(upstream, UpstreamFailure.NO_ANSWER, upstream + " has no address", thrown);
        }
        if (find(thrown, ConnectException.class).isPresent()) {
            return UpstreamException.of(upstream, UpstreamFailure.NO_ANSWER, upstream + " refused the connection",
                    thrown);
        }
        if (thrown instanceof ResourceAccessException) {
            return UpstreamException.of(upstream, UpstreamFailure.NO_ANSWER, upstream + " broke the connection",
                    thrown);
        }
        return UpstreamException.of(upstream, UpstreamFailure.BAD_ANSWER,
                upstream + " answered with a body that cannot be read", thrown);
    }

    /** The client closes a body that comes too slowly, and then says only "closed": the clock tells it apart. */
    private static boolean timedOut(Duration timeout, long startedNanos, RuntimeException thrown) {
        return find(thrown, HttpTimeoutException.class).isPresent()
                || find(thrown, SocketTimeoutException.class).isPresent()
                || System.nanoTime() - startedNanos >= timeout.toNanos();
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
