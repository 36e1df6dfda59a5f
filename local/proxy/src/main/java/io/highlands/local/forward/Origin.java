// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.net.InetSocketAddress;

/** Where the connections of a route come from. Routes of equal origins to one target share their connections. */
public interface Origin {

    /** {@return the loopback address that connections are bound to; its port 0 lets the system choose} */
    InetSocketAddress address();

    /** {@return what is told the source port of the next connection, before it is made} */
    default SourcePort next() {
        return SourcePort.UNTOLD;
    }

    /**
     * {@return an origin that its address alone tells from others}
     *
     * @param address the loopback address that connections come from
     */
    static Origin at(String address) {
        return new At(new InetSocketAddress(address, 0));
    }

    /**
     * An address of its own.
     *
     * @param address the address, with port 0
     */
    record At(InetSocketAddress address) implements Origin {}

    /** The source port of one connection. */
    interface SourcePort {

        /** Is told nothing. */
        SourcePort UNTOLD = new SourcePort() {
        };

        /**
         * The connection has its source port, and is made next.
         *
         * @param port the port
         */
        default void bound(int port) {
        }

        /** The connection has ended, or could not be made. */
        default void closed() {
        }
    }
}
