// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import org.xnio.OptionMap;

import io.highlands.local.error.PortTakenException;

/** Serves HTTP on 127.0.0.1 with one I/O thread, and handles requests on virtual threads. */
public final class LoopbackServer implements AutoCloseable {

    private static final int HEADER_BYTES = 64 * 1024;
    private static final int IDLE_MILLIS = 75_000;
    private static final int HEADER_MILLIS = 10_000;
    /** Handlers bound bodies, by {@link BoundedBody} or {@link ReceivedBody}: Undertow prints a stack trace of those that are larger than its own limit. */
    private static final long NO_LIMIT = -1;
    private static final int MAX_PARAMETERS = 1_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpListener server;
    private final int port;
    private volatile HttpHandler handler = exchange -> exchange.setStatusCode(503);

    /**
     * What a server does with a connection.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @param endsSilence whether a connection is closed on which nothing was sent for 75 s. Not for a server whose requests
     *            may take longer.
     */
    public record Options(int port, boolean endsSilence) {

        /**
         * {@return options of a server that answers soon}
         *
         * @param port on 127.0.0.1; 0 for any that is free
         */
        public static Options of(int port) {
            return new Options(port, true);
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
                .set(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS)
                .set(UndertowOptions.MAX_ENTITY_SIZE, NO_LIMIT);
        if (options.endsSilence()) {
            undertow.set(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS);
        }
        this.server = new HttpListener(options.port(), undertow.getMap(), new ClientConnections(silentMillis),
                exchange -> this.handler.handleRequest(exchange));
        this.port = server.port();
        try {
            this.handler = handler.apply(threads, port);
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
