// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.util.SameThreadExecutor;
import org.xnio.ChannelListener;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

import io.highlands.local.error.PortTakenException;

/** The threads, buffers and connections that move requests; any number of listeners share them. */
public final class ForwardEngine implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int PARSE_TIMEOUT_MILLIS = 10_000;
    /** Bodies are bounded by {@link Limits}. */
    private static final long NO_LIMIT = -1;

    // What a target does wrong is answered, counted and logged as access; the client's stack traces add nothing.
    private static final List<Logger> CHATTY = Stream.of("org.xnio", "org.jboss.threads", "io.undertow.client")
            .map(Logger::getLogger).toList();

    static {
        // A request's lines of Cookie are the client's; Undertow's client would join them (RFC 9113, 8.2.3: for HTTP/2 alone).
        System.setProperty("io.undertow.server.protocol.http.DisableCookieCrumbsAssembly", "true");
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
        CHATTY.getLast().setLevel(Level.OFF);
    }

    private final EngineOptions options;
    private final XnioWorker worker;
    private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 8);
    private final Set<Listening> listenings = ConcurrentHashMap.newKeySet();
    private final Map<XnioIoThread, ConnectionPool> pools = new ConcurrentHashMap<>();

    /**
     * @param options how the engine is built
     */
    public ForwardEngine(EngineOptions options) {
        this.options = options;
        try {
            worker = Xnio.getInstance().createWorker(OptionMap.builder()
                    .set(Options.WORKER_NAME, options.name())
                    .set(Options.WORKER_IO_THREADS, options.ioThreads())
                    .set(Options.WORKER_TASK_CORE_THREADS, 1)
                    .set(Options.WORKER_TASK_MAX_THREADS, 1)
                    .set(Options.THREAD_DAEMON, true)
                    .getMap());
        } catch (IOException e) {
            throw new ForwardException("the I/O threads of " + options.name() + " cannot start: " + e.getMessage(), e);
        }
    }

    /**
     * Accepts connections on an address.
     *
     * @param address where
     * @param gate which connections are taken
     * @param handler what is done with a request; it runs on an I/O thread and must not block
     * @return the listener
     * @throws PortTakenException if the address is taken
     * @throws ForwardException if the address is not this machine's
     */
    public Listening listen(InetSocketAddress address, ConnectionGate gate, HttpHandler handler) {
        HttpOpenListener http = new HttpOpenListener(buffers, OptionMap.builder()
                .set(UndertowOptions.MAX_HEADER_SIZE, options.maxHeader())
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, PARSE_TIMEOUT_MILLIS)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, idleMillis())
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.MAX_ENTITY_SIZE, NO_LIMIT)
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .getMap());
        http.setRootHandler(new GuardHandler(new HttpContinueReadHandler(handler), gate));
        Listening listening = new Listening(gate, http, listenings::remove);
        ChannelListener<AcceptingChannel<StreamConnection>> accept = listening::accept;
        try {
            listening.start(worker.createStreamConnectionServer(address, accept, OptionMap.builder()
                    .set(Options.TCP_NODELAY, true)
                    .set(Options.REUSE_ADDRESSES, true)
                    .set(Options.BACKLOG, 1024)
                    .getMap()));
        } catch (IOException e) {
            if (PortTakenException.isIn(e)) {
                throw new PortTakenException(address.getHostString(), address.getPort(), e);
            }
            throw new ForwardException(address.getHostString() + ":" + address.getPort()
                    + " cannot be listened on: " + e.getMessage(), e);
        }
        listenings.add(listening);
        return listening;
    }

    /**
     * Sends a request on its way.
     *
     * @param exchange the request, as a handler received it
     * @param policy what decides about it
     */
    public void forward(HttpServerExchange exchange, Policy policy) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, new ForwardCall(exchange, policy, pool(exchange)));
    }

    /**
     * Goes on with a request later, as if it had been longer on its way.
     *
     * @param exchange the request, as a handler received it
     * @param millis how much later
     * @param then goes on with it, on the connection's I/O thread
     * @param gone is called instead when the connection has ended meanwhile
     */
    public void later(HttpServerExchange exchange, long millis, Runnable then, Runnable gone) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> Timers.after(exchange.getIoThread(), millis,
                () -> (exchange.getConnection().isOpen() ? then : gone).run()));
    }

    /** Stops the threads; what is in flight is lost. */
    @Override
    public void close() {
        listenings.forEach(Listening::close);
        worker.shutdownNow();
    }

    private ConnectionPool pool(HttpServerExchange exchange) {
        return pools.computeIfAbsent(exchange.getIoThread(),
                thread -> new ConnectionPool(thread, buffers, options.upstreamIdle().toNanos(),
                        options.maxAnswerHeader()));
    }

    private int idleMillis() {
        long millis = options.clientIdle().toMillis();
        return millis == 0 ? -1 : (int) Math.min(Integer.MAX_VALUE, millis);
    }
}
