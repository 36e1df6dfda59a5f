// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

import io.highlands.local.http.RequestConduit;

/** A listener of an engine and its open connections. */
public final class Listening implements AutoCloseable {

    private final ConnectionGate gate;
    private final ChannelListener<StreamConnection> open;
    private final Consumer<Listening> closed;
    private final Set<StreamConnection> connections = ConcurrentHashMap.newKeySet();
    private AcceptingChannel<? extends StreamConnection> channel;

    Listening(ConnectionGate gate, ChannelListener<StreamConnection> open, Consumer<Listening> closed) {
        this.gate = gate;
        this.open = open;
        this.closed = closed;
    }

    /** {@return the port that the listener has} */
    public int port() {
        return channel.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** Stops listening and resets all connections, as if the machine behind them were gone. */
    @Override
    public void close() {
        closed.accept(this);
        IoUtils.safeClose(channel);
        for (StreamConnection connection : connections) {
            try {
                connection.getIoThread().execute(() -> reset(connection));
            } catch (RuntimeException engineStopped) {
                reset(connection);
            }
        }
    }

    void start(AcceptingChannel<? extends StreamConnection> accepting) {
        channel = accepting;
        channel.resumeAccepts();
    }

    void accept(AcceptingChannel<StreamConnection> accepting) {
        try {
            for (StreamConnection next = accepting.accept(); next != null; next = accepting.accept()) {
                take(next);
            }
        } catch (IOException e) {
            // The connection was gone before it could be taken.
        }
    }

    private void take(StreamConnection connection) {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        if (peer == null || peer.getAddress() == null || !gate.admits(peer)) {
            reset(connection);
            return;
        }
        gate.opened();
        connections.add(connection);
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        source.setConduit(new RequestConduit(source.getConduit()));
        ConduitStreamSinkChannel sink = connection.getSinkChannel();
        sink.setConduit(new ResponseWatch(sink.getConduit(), gate));
        open.handleEvent(connection);
        ChannelListener<? super StreamConnection> then = connection.getCloseListener();
        if (!connection.isOpen()) {
            forget(connection);
            return;
        }
        connection.getCloseSetter().set(end -> {
            forget(connection);
            if (then != null) {
                then.handleEvent(end);
            }
        });
    }

    private void forget(StreamConnection connection) {
        if (connections.remove(connection)) {
            gate.closed();
        }
    }

    private static void reset(StreamConnection connection) {
        try {
            connection.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException alreadyClosed) {
            // Closing is all that is left to do.
        }
        IoUtils.safeClose(connection);
    }
}
