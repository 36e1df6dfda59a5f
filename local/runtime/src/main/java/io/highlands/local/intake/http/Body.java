// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.util.Arrays;
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
    private static final int FIRST_BYTES = 16 * 1024;

    private final Room.Share share;
    private final Consumer<byte[]> whole;
    private final Consumer<Refusal> refused;
    private byte[] kept = new byte[0];
    private int length;
    private long announced;
    private Refusal refusal;
    private long seen;

    Body(Room.Share share, Consumer<byte[]> whole, Consumer<Refusal> refused) {
        this.share = share;
        this.whole = whole;
        this.refused = refused;
    }

    void take(HttpServerExchange exchange) {
        announced = exchange.getRequestContentLength();
        if (announced > PATIENCE_BYTES) {
            exchange.setPersistent(false);
            refused.accept(IntakeServer.tooLarge());
            return;
        }
        exchange.getRequestReceiver().receivePartialBytes(this,
                (broken, why) -> broken.setPersistent(false).endExchange());
    }

    @Override
    public void handle(HttpServerExchange exchange, byte[] part, boolean last) {
        seen += part.length;
        if (refusal == null) {
            keep(part);
        }
        if (last && refusal == null) {
            whole.accept(length == kept.length ? kept : Arrays.copyOf(kept, length));
        } else if (last) {
            refused.accept(refusal);
        } else if (seen > PATIENCE_BYTES) {
            exchange.setPersistent(false).endExchange();
        }
    }

    private void keep(byte[] part) {
        if (seen > IntakeServer.BODY_BYTES) {
            refusal = IntakeServer.tooLarge();
        } else if (!holds(length + part.length)) {
            refusal = Refusal.noRoom();
        } else {
            System.arraycopy(part, 0, kept, length, part.length);
            length += part.length;
            return;
        }
        kept = new byte[0];
        share.close();
    }

    /** Grows with what has come, not with what was announced, so that nobody takes room by words alone. */
    private boolean holds(int needed) {
        if (needed <= kept.length) {
            return true;
        }
        int capacity = Math.max(needed, Math.max(FIRST_BYTES, 2 * kept.length));
        if (announced >= needed) {
            capacity = (int) Math.min(capacity, announced);
        }
        if (!share.take(capacity - kept.length)) {
            return false;
        }
        kept = Arrays.copyOf(kept, capacity);
        return true;
    }
}
