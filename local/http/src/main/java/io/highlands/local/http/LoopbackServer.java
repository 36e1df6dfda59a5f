// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;

import io.highlands.local.error.PortTakenException;

/** Serves HTTP on 127.0.0.1 with one I/O thread, and handles requests on virtual threads. */
public final class LoopbackServer implements AutoCloseable {

    private static final int HEADER_BYTES = 64 * 1024;
    private static final int IDLE_MILLIS = 75_000;
    private static final int HEADER_MILLIS = 10_000;
    private static final long NO_LIMIT = -1;
    private static final int MAX_FORM_FIELDS = 200;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Undertow server;
    private final int port;
    private volatile HttpHandler handler = exchange -> exchange.setStatusCode(503);

    /**
     * What a server does with a connection.
     *
     * @param port on 127.0.0.1; 0 for any that is free
     * @param maxBody the largest body that Undertow itself accepts, in bytes; 0 where {@link BoundedBody} decides
     * @param endsSilence whether a connection is closed on which nothing was sent for 75 s. Not for a server whose requests
     *            may take longer.
     */
    public record Options(int port, long maxBody, boolean endsSilence) {

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
        Undertow.Builder builder = Undertow.builder().addHttpListener(options.port(), "127.0.0.1")
                .setIoThreads(1).setWorkerThreads(1)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
                .setHandler(exchange -> this.handler.handleRequest(exchange));
        builder.setServerOption(UndertowOptions.MAX_ENTITY_SIZE, options.maxBody() > 0 ? options.maxBody() : NO_LIMIT);
        if (options.maxBody() > 0) {
            builder.setServerOption(UndertowOptions.MAX_PARAMETERS, MAX_FORM_FIELDS);
        }
        if (options.endsSilence()) {
            builder.setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS);
        }
        this.server = PortTakenException.listening(options.port(), () -> {
            Undertow starting = builder.build();
            starting.start();
            return starting;
        });
        this.port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
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
        server.stop();
        threads.close();
    }

    /** Stops listening, and interrupts the requests that are being handled. */
    @Override
    public void close() {
        server.stop();
        threads.shutdownNow();
        threads.close();
    }
}
