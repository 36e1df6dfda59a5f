// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import io.undertow.server.HttpHandler;
import io.undertow.server.RoutingHandler;

import io.highlands.local.http.LoopbackServer;
import io.highlands.local.http.StartToken;
import io.highlands.local.http.WorkerCalls;

/** Serves sections on 127.0.0.1. */
public final class WebServer implements AutoCloseable {

    /** A browser opens at most six connections, of which each widget of a dashboard takes one after another. */
    private static final int MAX_CONCURRENT = 4;
    private static final int MAX_WAITING = 64;
    private static final Duration MAX_WAIT = Duration.ofSeconds(4);

    private final RoutingHandler routing = new RoutingHandler();

    private final WorkerCalls pages = new WorkerCalls("console", MAX_CONCURRENT, MAX_WAITING, MAX_WAIT);

    private final LoopbackServer server;

    /**
     * Starts listening.
     *
     * @param options how
     * @param sections the parts of the console, in the order of the navigation
     * @throws io.highlands.local.error.PortTakenException when the port is taken
     */
    public WebServer(WebOptions options, List<Section> sections) {
        this.server = new LoopbackServer(new LoopbackServer.Options(options.port(), false),
                (threads, port) -> serve(options, sections, threads, port));
    }

    private HttpHandler serve(WebOptions options, List<Section> sections, Executor threads, int port) {
        Gate gate = new Gate(StartToken.random(), port);
        Assets assets = new Assets();
        Frame frame = new Frame(options, assets, gate,
                sections.stream().map(Section::tab).flatMap(Optional::stream).toList());
        Front front = new Front(gate, frame, threads, pages, options.clock());
        Routes routes = new Routes(routing, front);
        routes.get(Assets.PATH + "{version}/{name}", assets::serve);
        front.parts().forEach(routes::get);
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
        pages.close();
    }
}
