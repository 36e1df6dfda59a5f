// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;

/**
 * Takes in a body while it fits and there is room. What does not is read and forgotten, so that the sender comes to read its
 * answer; what is far beyond is not even read.
 */
final class Body implements Receiver.PartialBytesCallback {

    /** How much is read in vain before the connection is closed instead. */
    private static final long PATIENCE_BYTES = 4L * IntakeServer.BODY_BYTES;

    private final Room.Share share;
    private final Consumer<byte[]> whole;
    private final Consumer<Refusal> refused;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Refusal refusal;
    private long seen;

    Body(Room.Share share, Consumer<byte[]> whole, Consumer<Refusal> refused) {
        this.share = share;
        this.whole = whole;
        this.refused = refused;
    }

    void take(HttpServerExchange exchange) {
        if (exchange.getRequestContentLength() > PATIENCE_BYTES) {
            exchange.setPersistent(false);
            refused.accept(IntakeServer.tooLarge());
            return;
        }
        exchange.getRequestReceiver().receivePartialBytes(this);
    }

    @Override
    public void handle(HttpServerExchange exchange, byte[] part, boolean last) {
        seen += part.length;
        if (refusal == null) {
            keep(part);
        }
        if (last && refusal == null) {
            whole.accept(kept.toByteArray());
        } else if (last) {
            refused.accept(refusal);
        } else if (seen > PATIENCE_BYTES) {
            exchange.setPersistent(false).endExchange();
        }
    }

    private void keep(byte[] part) {
        if (seen > IntakeServer.BODY_BYTES) {
            refusal = IntakeServer.tooLarge();
        } else if (!share.take(part.length)) {
            refusal = IntakeServer.noRoom();
        } else {
            kept.writeBytes(part);
            return;
        }
        kept.reset();
        share.close();
    }
}
