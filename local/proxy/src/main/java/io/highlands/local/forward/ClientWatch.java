// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.AttachmentKey;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Watches a client's connection while its request is being answered, so that a client that leaves is noticed at once. A
 * client that shuts down its sending half has left, as for Envoy.
 */
final class ClientWatch {

    private static final AttachmentKey<ClientWatch> KEY = AttachmentKey.create(ClientWatch.class);

    private final HttpServerConnection connection;
    private Runnable gone;

    private ClientWatch(HttpServerConnection connection) {
        this.connection = connection;
        connection.addCloseListener(closed -> gone());
    }

    /** {@return the watch on a request's connection} */
    static ClientWatch on(HttpServerExchange exchange) {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        ClientWatch watch = connection.getAttachment(KEY);
        if (watch == null) {
            watch = new ClientWatch(connection);
            connection.putAttachment(KEY, watch);
        }
        return watch;
    }

    /** Calls back when the client leaves before {@link #end}. */
    void begin(Runnable whenGone) {
        gone = whenGone;
    }

    /** The request has been read to its end: whatever comes now is the next request, or the client's leaving. */
    void requestRead() {
        if (connection.getExtraBytes() != null) {
            return;
        }
        connection.getChannel().getSourceChannel().setReadListener(channel -> readable());
        connection.getOriginalSourceConduit().resumeReads();
    }

    void end() {
        gone = null;
    }

    /** Ends the connection at once, so that the client sees a broken answer as broken. */
    void reset() {
        gone = null;
        try {
            connection.getChannel().setOption(Options.CLOSE_ABORT, true);
        } catch (IOException alreadyClosed) {
            // Closing is all that is left to do.
        }
        IoUtils.safeClose(connection.getChannel());
    }

    /** Reads past the body that has just been read, whose own channel is at its end and hears nothing more. */
    private void readable() {
        StreamSourceConduit source = connection.getOriginalSourceConduit();
        if (connection.getExtraBytes() != null) {
            source.suspendReads();
            return;
        }
        PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
        boolean kept = false;
        try {
            int count = source.read(pooled.getBuffer());
            if (count > 0) {
                pooled.getBuffer().flip();
                kept = true;
                source.suspendReads();
                connection.ungetRequestBytes(pooled);
            } else if (count < 0) {
                source.suspendReads();
                leave();
            }
        } catch (IOException e) {
            leave();
        } finally {
            if (!kept) {
                pooled.close();
            }
        }
    }

    private void leave() {
        gone();
        IoUtils.safeClose(connection.getChannel());
    }

    private void gone() {
        Runnable callback = gone;
        gone = null;
        if (callback != null) {
            callback.run();
        }
    }
}
