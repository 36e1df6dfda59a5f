// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.util.HeaderMap;

/**
 * All decisions about one request. Every method is called on the I/O thread of the request's connection and must not
 * block. By default, a request is sent once, and headers are passed on as they are.
 */
public interface Policy {

    /** {@return the limits of this request} */
    Limits limits();

    /**
     * {@return where the next attempt goes, or null when there is nobody}
     *
     * @param attempt the number of the attempt, from 1
     */
    UpstreamRoute choose(int attempt);

    /**
     * {@return whether anything leads along a route; if not, the attempt ends as a connect timeout}
     *
     * @param route what {@link #choose} returned
     */
    default boolean reachable(UpstreamRoute route) {
        return true;
    }

    /**
     * {@return whether the request is sent once more; asked only when its body can be sent again}
     *
     * @param outcome how the attempt ended
     * @param status the status code of the answer, or 0
     * @param attempts how many attempts were made so far
     */
    default boolean retries(Outcome outcome, int status, int attempts) {
        return false;
    }

    /**
     * {@return whether an idempotent request that fails on a reused connection, which its other end may have closed meanwhile,
     * is sent once more on a new connection to the same host}
     */
    default boolean resendsOnClosedConnection() {
        return true;
    }

    /**
     * Edits the request's headers before the first attempt; those of the connection are gone already.
     *
     * @param request the headers, to be changed in place
     */
    default void prepare(HeaderMap request) {
    }

    /**
     * Takes note of an attempt that is over, or whose answer has begun.
     *
     * @param route where it went
     * @param outcome how it ended
     * @param status the status code of the answer, or 0
     * @param answer the headers of the answer, or null
     * @param nanos how long it took until then, in nanoseconds
     */
    void attempted(UpstreamRoute route, Outcome outcome, int status, HeaderMap answer, long nanos);

    /**
     * Edits the headers of the answer that is passed on.
     *
     * @param answer the headers, to be changed in place
     * @param upstreamNanos how long the answer took to begin, in nanoseconds
     */
    default void answer(HeaderMap answer, long upstreamNanos) {
    }

    /**
     * {@return what to say when there is no answer to pass on}
     *
     * @param outcome why
     */
    LocalAnswer failure(Outcome outcome);

    /** {@return whether the client's connection ends with this answer} */
    default boolean closing() {
        return false;
    }

    /**
     * Takes note of the request's end; called once.
     *
     * @param summary what it came to
     */
    void finished(Summary summary);
}
