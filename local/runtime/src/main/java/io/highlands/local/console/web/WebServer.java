// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.RoutingHandler;

/** Serves sections on 127.0.0.1. */
public final class WebServer implements AutoCloseable {

    private static final long LARGEST_FORM = 64 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final RoutingHandler routing = new RoutingHandler();

    private final Undertow server;

    private final int port;

    /** What answers; the port has to be known before it can be made. */
    private volatile HttpHandler handler = exchange -> exchange.setStatusCode(503);

    /**
     * Starts listening.
     *
     * @param options how
     * @param sections the parts of the console, in the order of the navigation
     * @throws RuntimeException when the port is taken: its cause is a {@link java.net.BindException}
     */
    public WebServer(WebOptions options, List<Section> sections) {
        this.server = Undertow.builder().addHttpListener(options.port(), "127.0.0.1")
                .setIoThreads(1).setWorkerThreads(1)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_FORM)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, 200)
                .setHandler(exchange -> handler.handleRequest(exchange)).build();
        server.start();
        this.port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
        this.handler = serve(options, sections);
    }

    private HttpHandler serve(WebOptions options, List<Section> sections) {
        Gate gate = new Gate(token(), port);
        Assets assets = new Assets();
        Frame frame = new Frame(options, assets, gate,
                sections.stream().map(Section::tab).flatMap(Optional::stream).toList());
        Front front = new Front(gate, frame, threads, options.clock());
        Routes routes = new Routes(routing, front);
        routes.get(Assets.PATH + "{version}/{name}", assets::serve);
        front.status().ifPresent(status -> routes.get("/status", status));
        sections.forEach(section -> section.register(routes));
        routing.setFallbackHandler(front.nowhere());
        routing.setInvalidMethodHandler(front.nowhere());
        return routing;
    }

    private static String token() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Where it listens.
     *
     * @return the port on 127.0.0.1
     */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop();
        threads.shutdownNow();
        threads.close();
    }
}
