// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.net.InetSocketAddress;

/** Decides which connections a listener takes, and hears of their beginning and end. */
public interface ConnectionGate {

    /** Takes every connection and listens to none. */
    ConnectionGate OPEN = peer -> true;

    /**
     * {@return whether a connection is taken; one that is not is closed without an answer}
     *
     * @param peer the address and port that it comes from
     */
    boolean admits(InetSocketAddress peer);

    /**
     * A request was refused before anybody decided about it.
     *
     * @param status the status code that the client was sent
     */
    default void refused(int status) {
    }

    /** A connection was taken. */
    default void opened() {
    }

    /** A connection that was taken has ended. */
    default void closed() {
    }
}
