// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

/** How an attempt ended, or why there was none. */
public enum Outcome {

    /** The target answered; what the status says is another matter. */
    ANSWERED,

    /** The target refused the connection, or the connection could not be made. */
    REFUSED,

    /** Connecting took too long, or nothing leads there. */
    CONNECT_TIMEOUT,

    /** The connection ended before an answer began. */
    RESET,

    /** What came is no HTTP/1.1 answer that can be passed on. */
    BAD_ANSWER,

    /** The time for the whole request was over before an answer began. */
    TIMEOUT,

    /** No byte moved for too long before an answer began. */
    IDLE_TIMEOUT,

    /** The client stopped in the middle of its body. */
    CLIENT_IDLE,

    /** The client's body cannot be read any further: a chunk has no size. */
    BAD_BODY,

    /** The client left first. */
    CLIENT_GONE,

    /** There was nobody to send the request to. */
    NO_HOST,

    /** The request's body is larger than is allowed. */
    BODY_TOO_LARGE
}
