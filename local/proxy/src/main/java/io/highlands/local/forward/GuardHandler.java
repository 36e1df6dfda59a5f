// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import io.undertow.util.StringWriteChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.channels.StreamSinkChannel;

/** Refuses what must not be passed on before anybody decides about it: requests of uncertain length, tunnels. */
final class GuardHandler implements HttpHandler {

    private final HttpHandler next;
    private final ConnectionGate gate;

    GuardHandler(HttpHandler next, ConnectionGate gate) {
        this.next = next;
        this.gate = gate;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!Framing.certain(exchange) || !printable(exchange.getRequestMethod())) {
            refuse(exchange, StatusCodes.BAD_REQUEST);
        } else if (exchange.getRequestMethod().equals(Methods.CONNECT)) {
            refuse(exchange, StatusCodes.METHOD_NOT_ALLOWED);
        } else {
            next.handleRequest(exchange);
        }
    }

    private static boolean printable(HttpString method) {
        for (int i = 0; i < method.length(); i++) {
            byte letter = method.byteAt(i);
            if (letter <= ' ' || letter == 127) {
                return false;
            }
        }
        return method.length() > 0;
    }

    /** Answers past the exchange, which would first look for the end of the request. */
    private void refuse(HttpServerExchange exchange, int status) {
        gate.refused(status);
        StreamConnection connection = ((HttpServerConnection) exchange.getConnection()).getChannel();
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            connection.getSourceChannel().suspendReads();
            new Refusal(connection, status).setup(connection.getSinkChannel());
        });
    }

    private static final class Refusal extends StringWriteChannelListener {

        private final StreamConnection connection;

        Refusal(StreamConnection connection, int status) {
            super("HTTP/1.1 " + status + " " + StatusCodes.getReason(status)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            this.connection = connection;
        }

        @Override
        protected void writeDone(StreamSinkChannel channel) {
            IoUtils.safeClose(connection);
        }

        @Override
        protected void handleError(StreamSinkChannel channel, IOException cause) {
            IoUtils.safeClose(connection);
        }
    }
}
