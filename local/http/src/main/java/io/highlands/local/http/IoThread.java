// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.concurrent.RejectedExecutionException;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Ends an exchange on the thread that reads its connection. A body that was received asynchronously may leave a read event
 * in that thread's queue; one that finds no listener suspends reading. Were the exchange ended by another thread between
 * that look and the suspension, nobody would read the connection's next request (seen in XNIO 3.8's ReadReadyHandler and
 * Undertow 2.3's HttpReadListener).
 */
public final class IoThread {

    private IoThread() {
    }

    /**
     * Has a request answered by its connection's own thread. Nothing is done when the server was stopped meanwhile.
     *
     * @param exchange the request, which the calling thread leaves alone from now on
     * @param sending sends the answer, without waiting for anything
     */
    public static void answer(HttpServerExchange exchange, HttpHandler sending) {
        try {
            exchange.dispatch(exchange.getIoThread(), sending);
        } catch (RejectedExecutionException stopped) {
            // The connection is closed with its thread.
        }
    }

    /**
     * Has a request answered with a status alone, and its connection closed.
     *
     * @param exchange the request, which the calling thread leaves alone from now on
     * @param status the status
     */
    public static void giveUp(HttpServerExchange exchange, int status) {
        answer(exchange, same -> same.setPersistent(false).setStatusCode(status).endExchange());
    }
}
