// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Tells the gate of the requests that the parser refuses: it writes a response of its own and hands no request to anybody. What is
 * written while no request is handled is such a response.
 */
final class ResponseWatch extends AbstractStreamSinkConduit<StreamSinkConduit> {

    /** What the parser responds to all that it cannot read. */
    private static final int BAD_REQUEST = 400;

    private final ConnectionGate gate;
    private final ExchangeCompletionListener over = (exchange, then) -> {
        handling = false;
        then.proceed();
    };
    private boolean handling;
    private boolean refused;

    ResponseWatch(StreamSinkConduit next, ConnectionGate gate) {
        super(next);
        this.gate = gate;
    }

    /** A request is handled from now on, until it is complete. */
    static void handles(HttpServerExchange exchange) {
        ResponseWatch watch = (ResponseWatch) ((HttpServerConnection) exchange.getConnection())
                .getOriginalSinkConduit();
        watch.handling = true;
        exchange.addExchangeCompleteListener(watch.over);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        look();
        return super.write(bytes);
    }

    @Override
    public int writeFinal(ByteBuffer bytes) throws IOException {
        look();
        return super.writeFinal(bytes);
    }

    private void look() {
        if (!handling && !refused) {
            refused = true;
            gate.refused(BAD_REQUEST);
        }
    }
}
