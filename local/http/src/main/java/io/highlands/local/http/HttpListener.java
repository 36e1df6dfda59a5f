// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

import io.highlands.local.error.PortTakenException;

/** Listens on 127.0.0.1 with one I/O thread. Undertow's own builder would hide the connections. */
final class HttpListener implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final long CLOSE_MILLIS = 1_000;

    private final ClientConnections connections;
    private final XnioWorker worker;
    private final AcceptingChannel<StreamConnection> channel;

    /**
     * @param port on 127.0.0.1; 0 for any that is free
     * @param options of each connection, by Undertow's names
     * @param connections keeps their number low
     * @param handler of all requests, on the I/O thread
     * @throws PortTakenException when another process listens on the port
     */
    HttpListener(int port, OptionMap options, ClientConnections connections, HttpHandler handler) {
        this.connections = connections;
        HttpOpenListener http = new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4),
                OptionMap.builder().set(UndertowOptions.BUFFER_PIPELINED_DATA, true).addAll(options).getMap());
        http.setRootHandler(connections.before(new BodyGuard(connections::conduit, handler)));
        XnioWorker started = null;
        try {
            started = Xnio.getInstance().createWorker(OptionMap.builder().set(Options.WORKER_IO_THREADS, 1)
                    .set(Options.WORKER_TASK_CORE_THREADS, 1).set(Options.WORKER_TASK_MAX_THREADS, 1)
                    .set(Options.TCP_NODELAY, true).getMap());
            channel = started.createStreamConnectionServer(new InetSocketAddress("127.0.0.1", port),
                    accepting -> connections.accept(accepting, http),
                    OptionMap.builder().set(Options.TCP_NODELAY, true).set(Options.REUSE_ADDRESSES, true)
                            .set(Options.BACKLOG, 1000).getMap());
        } catch (IOException e) {
            if (started != null) {
                started.shutdownNow();
            }
            throw PortTakenException.isIn(e)
                    ? new PortTakenException("127.0.0.1", port, e)
                    : new IllegalStateException("127.0.0.1:" + port + " cannot be listened on", e);
        }
        worker = started;
        channel.resumeAccepts();
    }

    int port() {
        return channel.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** Stops listening, and closes the connections. */
    @Override
    public void close() {
        IoUtils.safeClose(channel);
        try {
            FutureTask<?> lingers = new FutureTask<>(connections::endLingers, null);
            worker.getIoThread().execute(lingers);
            lingers.get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException busy) {
            // They end with their thread.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.shutdown();
        try {
            worker.awaitTermination();
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
