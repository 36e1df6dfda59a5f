// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import org.xnio.OptionMap;

import io.highlands.local.error.PortTakenException;

/** Serves HTTP on 127.0.0.1 with one I/O thread, and handles requests on virtual threads. */
public final class LoopbackServer implements AutoCloseable {

    private static final int HEADER_BYTES = 64 * 1024;
    private static final int IDLE_MILLIS = 75_000;
    private static final int HEADER_MILLIS = 10_000;
    /** Bodies are bounded by {@link BoundedBody}: Undertow prints a stack trace of those that are larger than its own limit. */
    private static final long NO_LIMIT = -1;
    private static final int MAX_FORM_FIELDS = 200;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpListener server;
    private final int port;
    private volatile HttpHandler handler = exchange -> exchange.setStatusCode(503);

    /**
     * What a server does with a connection.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @param maxBody the largest body, in bytes, where handlers get it by {@link ReceivedBody}; 0 where they read it by
     *            {@link BoundedBody}
     * @param endsSilence whether a connection is closed on which nothing was sent for 75 s. Not for a server whose requests
     *            may take longer.
     */
    public record Options(int port, int maxBody, boolean endsSilence) {

        /**
         * {@return options of a server that answers soon and bounds its bodies by {@link BoundedBody}}
         *
         * @param port on 127.0.0.1; 0 for any that is free
         */
        public static Options of(int port) {
            return new Options(port, 0, true);
        }
    }

    /**
     * Starts listening.
     *
     * @param options port and limits
     * @param handler makes the handler of all requests, from the virtual threads and the port
     * @throws PortTakenException when another process listens on the port
     */
    public LoopbackServer(Options options, BiFunction<ExecutorService, Integer, HttpHandler> handler) {
        this(options, HEADER_MILLIS, handler);
    }

    /** For tests of a connection that asks nothing for so long. */
    LoopbackServer(Options options, long silentMillis, BiFunction<ExecutorService, Integer, HttpHandler> handler) {
        OptionMap.Builder undertow = OptionMap.builder().set(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
                .set(UndertowOptions.MAX_ENTITY_SIZE, NO_LIMIT);
        if (options.maxBody() > 0) {
            undertow.set(UndertowOptions.MAX_PARAMETERS, MAX_FORM_FIELDS);
        }
        if (options.endsSilence()) {
            undertow.set(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS);
        }
        this.server = new HttpListener(options.port(), undertow.getMap(), new ClientConnections(silentMillis),
                exchange -> this.handler.handleRequest(exchange));
        this.port = server.port();
        try {
            HttpHandler made = handler.apply(threads, port);
            this.handler = options.maxBody() > 0
                    ? new HttpContinueReadHandler(ReceivedBody.before(options.maxBody(), made))
                    : made;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** {@return the port on 127.0.0.1} */
    public int port() {
        return port;
    }

    /** Stops listening, and waits for the requests that are being handled. */
    public void closeAfterRequests() {
        server.close();
        threads.close();
    }

    /** Stops listening, and interrupts the requests that are being handled. */
    @Override
    public void close() {
        server.close();
        threads.shutdownNow();
        threads.close();
    }
}
