// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.StringWriteChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Responds past an exchange, which would first look for the end of its request, and ends the connection. What the client has still
 * sent is read and discarded for a moment: a close before would reset the connection, and the client lose the response (RFC 9112,
 * 9.6).
 */
public final class LastResponse extends StringWriteChannelListener {

    private static final long LINGER_MILLIS = 2_000;
    private static final int MAX_DISCARDED_BYTES = 4 << 20;
    private static final int BUFFER_BYTES = 4 * 1024;

    private final StreamConnection connection;
    private final RequestConduit conduit;
    private XnioExecutor.Key end;
    private int discarded;

    private LastResponse(StreamConnection connection, RequestConduit conduit, String response) {
        super(response);
        this.connection = connection;
        this.conduit = conduit;
    }

    /**
     * Sends a response; called on the connection's thread, outside of the request's handler.
     *
     * @param exchange the request, to which nothing was responded
     * @param conduit what follows its connection
     * @param response head and body
     */
    public static void send(HttpServerExchange exchange, RequestConduit conduit, String response) {
        StreamConnection connection = ((HttpServerConnection) exchange.getConnection()).getChannel();
        connection.getSourceChannel().suspendReads();
        new LastResponse(connection, conduit, response).setup(connection.getSinkChannel());
    }

    @Override
    protected void writeDone(StreamSinkChannel channel) {
        try {
            connection.getSinkChannel().shutdownWrites();
            connection.getSinkChannel().flush();
            end = connection.getIoThread().executeAfter(this::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException | RejectedExecutionException ended) {
            close();
            return;
        }
        conduit.linger(this::close);
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        source.setConduit(conduit);
        source.setReadListener(this::discard);
        discard(source);
        source.resumeReads();
    }

    private void discard(ConduitStreamSourceChannel source) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            for (int read = source.read(buffer); read != 0; read = source.read(buffer.clear())) {
                discarded += Math.max(0, read);
                if (read < 0 || discarded > MAX_DISCARDED_BYTES) {
                    close();
                    return;
                }
            }
        } catch (IOException ended) {
            close();
        }
    }

    /** A timer that is left would keep the thread from ending. */
    private void close() {
        if (end != null) {
            end.remove();
        }
        IoUtils.safeClose(connection);
    }

    @Override
    protected void handleError(StreamSinkChannel channel, IOException cause) {
        close();
    }
}
