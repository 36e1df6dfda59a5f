// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.AcceptingChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Keeps the connections of a server few (RFC 9112, 9.4 and 9.5). One that has asked nothing yet is closed soon; of those that wait
 * for their next request the one that waits longest is closed when there are too many. A request that is being handled is
 * never disturbed.
 */
final class ClientConnections {

    /** More than all clients of a platform keep; each task has two or three. */
    static final int MAX_IDLE = 100;
    private static final int MAX = 1_000;

    private final long silentMillis;
    private final Map<StreamConnection, XnioExecutor.Key> silent = new HashMap<>();
    private final Set<StreamConnection> idle = new LinkedHashSet<>();
    private final Set<StreamConnection> busy = new HashSet<>();
    private final Map<StreamConnection, RequestConduit> conduits = new ConcurrentHashMap<>();

    /**
     * @param silentMillis how long a new connection may ask nothing
     */
    ClientConnections(long silentMillis) {
        this.silentMillis = silentMillis;
    }

    void accept(AcceptingChannel<StreamConnection> accepting, ChannelListener<StreamConnection> open) {
        try {
            for (StreamConnection next = accepting.accept(); next != null; next = accepting.accept()) {
                take(next, open);
            }
        } catch (IOException e) {
            // The connection was gone before it could be taken.
        }
    }

    /** {@return a handler that says of its connection that it is in use until the exchange is over} */
    HttpHandler before(HttpHandler next) {
        return exchange -> {
            StreamConnection connection = ((HttpServerConnection) exchange.getConnection()).getChannel();
            begins(connection);
            exchange.addExchangeCompleteListener((done, then) -> {
                ends(connection, done);
                then.proceed();
            });
            next.handleRequest(exchange);
        };
    }

    private void take(StreamConnection connection, ChannelListener<StreamConnection> open) {
        if (!opens(connection)) {
            IoUtils.safeClose(connection);
            return;
        }
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        RequestConduit conduit = new RequestConduit(source.getConduit());
        conduits.put(connection, conduit);
        source.setConduit(conduit);
        open.handleEvent(connection);
        ChannelListener<? super StreamConnection> then = connection.getCloseListener();
        connection.getCloseSetter().set(closed -> {
            forget(connection);
            if (then != null) {
                then.handleEvent(closed);
            }
        });
        if (!connection.isOpen()) {
            forget(connection);
        }
    }

    private synchronized boolean opens(StreamConnection connection) {
        if (silent.size() + idle.size() + busy.size() >= MAX) {
            return false;
        }
        try {
            silent.put(connection,
                    connection.getIoThread().executeAfter(() -> IoUtils.safeClose(connection), silentMillis,
                            TimeUnit.MILLISECONDS));
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    private synchronized void begins(StreamConnection connection) {
        speaks(connection);
        idle.remove(connection);
        busy.add(connection);
    }

    private void ends(StreamConnection connection, HttpServerExchange done) {
        List<StreamConnection> tooMany = new ArrayList<>();
        synchronized (this) {
            if (busy.remove(connection) && done.isPersistent()) {
                idle.add(connection);
            }
            Iterator<StreamConnection> longest = idle.iterator();
            for (int over = idle.size() - MAX_IDLE; over > 0; over--) {
                tooMany.add(longest.next());
                longest.remove();
            }
        }
        tooMany.forEach(IoUtils::safeClose);
    }

    /** A timer that is left would keep the thread from ending. */
    private void speaks(StreamConnection connection) {
        XnioExecutor.Key timer = silent.remove(connection);
        if (timer != null) {
            timer.remove();
        }
    }

    /** {@return what follows the bytes of a connection} */
    RequestConduit conduit(StreamConnection connection) {
        return conduits.get(connection);
    }

    /** Ends what was responded to and would only be read on; on the connections' thread, while it takes tasks. */
    void endLingers() {
        conduits.values().forEach(RequestConduit::endLinger);
    }

    private synchronized void forget(StreamConnection connection) {
        conduits.remove(connection);
        speaks(connection);
        idle.remove(connection);
        busy.remove(connection);
    }
}
