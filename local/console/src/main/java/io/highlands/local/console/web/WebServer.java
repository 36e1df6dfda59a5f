// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import io.undertow.server.HttpHandler;
import io.undertow.server.RoutingHandler;

import io.highlands.local.http.LoopbackServer;
import io.highlands.local.http.StartToken;

/** Serves sections on 127.0.0.1. */
public final class WebServer implements AutoCloseable {

    private static final long MAX_FORM = 64 * 1024;

    private final RoutingHandler routing = new RoutingHandler();

    private final LoopbackServer server;

    /**
     * Starts listening.
     *
     * @param options how
     * @param sections the parts of the console, in the order of the navigation
     * @throws io.highlands.local.error.PortTakenException when the port is taken
     */
    public WebServer(WebOptions options, List<Section> sections) {
        this.server = new LoopbackServer(new LoopbackServer.Options(options.port(), MAX_FORM, false),
                (threads, port) -> serve(options, sections, threads, port));
    }

    private HttpHandler serve(WebOptions options, List<Section> sections, Executor threads, int port) {
        Gate gate = new Gate(StartToken.random(), port);
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

    /**
     * Where it listens.
     *
     * @return the port on 127.0.0.1
     */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
