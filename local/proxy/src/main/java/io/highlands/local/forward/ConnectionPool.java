// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import io.undertow.client.ClientCallback;
import io.undertow.connector.ByteBufferPool;
import org.xnio.IoFuture;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;

/**
 * The idle connections of one I/O thread, by route. Used on that thread alone, so it needs no lock. The one used last is used
 * first, so that a pool that has become too large empties itself.
 */
final class ConnectionPool {

    private static final OptionMap SOCKET = OptionMap.create(Options.TCP_NODELAY, true);
    private static final int MAX_IDLE = 64;
    private static final long SWEEP_MILLIS = 1_000;

    private record Idle(UpstreamConnection connection, long since) {

        boolean isOpen() {
            return connection.client().isOpen();
        }

        void close() {
            IoUtils.safeClose(connection.client());
        }
    }

    private final XnioIoThread thread;
    private final ByteBufferPool buffers;
    private final long keepNanos;
    private final int maxAnswerHeader;
    private final Map<UpstreamRoute, ArrayDeque<Idle>> idle = new HashMap<>();
    private boolean sweeping;

    ConnectionPool(XnioIoThread thread, ByteBufferPool buffers, long keepNanos, int maxAnswerHeader) {
        this.thread = thread;
        this.buffers = buffers;
        this.keepNanos = keepNanos;
        this.maxAnswerHeader = maxAnswerHeader;
    }

    /** {@return an idle connection that still looks alive, or null} */
    UpstreamConnection take(UpstreamRoute route) {
        ArrayDeque<Idle> connections = idle.get(route);
        if (connections == null) {
            return null;
        }
        long oldest = System.nanoTime() - keepNanos;
        for (Idle last = connections.pollLast(); last != null; last = connections.pollLast()) {
            if (last.since - oldest > 0 && last.isOpen()) {
                return last.connection;
            }
            last.close();
        }
        return null;
    }

    /** Gives back a connection whose exchange is complete. */
    void give(UpstreamRoute route, UpstreamConnection connection) {
        if (!connection.client().isOpen()) {
            return;
        }
        ArrayDeque<Idle> connections = idle.computeIfAbsent(route, key -> new ArrayDeque<>());
        if (connections.size() >= MAX_IDLE) {
            IoUtils.safeClose(connection.client());
            return;
        }
        connections.addLast(new Idle(connection, System.nanoTime()));
        if (!sweeping) {
            sweeping = true;
            Timers.after(thread, SWEEP_MILLIS, this::sweep);
        }
    }

    /** Makes a new connection; the callback comes on this thread, possibly at once. */
    void connect(UpstreamRoute route, ClientCallback<UpstreamConnection> callback) {
        Origin.SourcePort port = route.origin().next();
        try {
            thread.openStreamConnection(route.origin().address(), route.target(), made -> {
                UpstreamConnection connection = UpstreamConnection.on(made, buffers, maxAnswerHeader);
                connection.client().addCloseListener(closed -> port.closed());
                callback.completed(connection);
            }, channel -> port.bound(channel.getLocalAddress(InetSocketAddress.class).getPort()), SOCKET)
                    .addNotifier((future, nothing) -> failed(future, port, callback), null);
        } catch (RuntimeException e) {
            port.closed();
            callback.failed(new IOException(e));
        }
    }

    private static void failed(IoFuture<? extends StreamConnection> future, Origin.SourcePort port,
            ClientCallback<?> callback) {
        if (future.getStatus() == IoFuture.Status.FAILED) {
            port.closed();
            callback.failed(future.getException());
        }
    }

    private void sweep() {
        long oldest = System.nanoTime() - keepNanos;
        Iterator<ArrayDeque<Idle>> each = idle.values().iterator();
        while (each.hasNext()) {
            ArrayDeque<Idle> connections = each.next();
            connections.removeIf(one -> closed(one, oldest));
            if (connections.isEmpty()) {
                each.remove();
            }
        }
        sweeping = !idle.isEmpty();
        if (sweeping) {
            Timers.after(thread, SWEEP_MILLIS, this::sweep);
        }
    }

    private static boolean closed(Idle one, long oldest) {
        if (one.since - oldest > 0 && one.isOpen()) {
            return false;
        }
        one.close();
        return true;
    }
}
