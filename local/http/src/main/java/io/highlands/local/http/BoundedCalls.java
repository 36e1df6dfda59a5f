// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.undertow.server.HttpServerExchange;

/** Handles requests on virtual threads, a few at a time, as each takes a multiple of its body's memory meanwhile. */
public final class BoundedCalls {

    private final Executor threads;
    private final Semaphore running;

    /**
     * @param threads run a request each
     * @param concurrent how many requests are handled concurrently; the others wait in the order in which they came
     */
    public BoundedCalls(Executor threads, int concurrent) {
        this.threads = threads;
        this.running = new Semaphore(concurrent, true);
    }

    /**
     * Handles a request. Its response is sent by the connection's own thread, see {@link IoThread}.
     *
     * @param exchange the request
     * @param call makes the response, on a virtual thread
     * @param send sends it, without waiting for anything
     * @param <R> the response
     */
    public <R> void handle(HttpServerExchange exchange, Supplier<R> call, BiConsumer<HttpServerExchange, R> send) {
        exchange.dispatch(threads, () -> run(exchange, call, send));
    }

    private <R> void run(HttpServerExchange exchange, Supplier<R> call, BiConsumer<HttpServerExchange, R> send) {
        try {
            running.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            IoThread.giveUp(exchange, 503);
            return;
        }
        try {
            R response = call.get();
            IoThread.answer(exchange, same -> send.accept(same, response));
        } catch (RuntimeException | Error failed) {
            // Even without memory left the client learns that there is no response.
            IoThread.giveUp(exchange, 500);
            throw failed;
        } finally {
            running.release();
        }
    }
}
