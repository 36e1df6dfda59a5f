// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;

/**
 * Takes in a body up to a limit. What is beyond is read and forgotten, so that the client comes to read its answer; what is
 * far beyond is not even read.
 */
final class BodyIntake implements Receiver.PartialBytesCallback {

    /** How much is read in vain before the connection is closed instead. */
    private static final long PATIENCE_BYTES = 32L << 20;

    private final int limit;
    private final Consumer<byte[]> whole;
    private final Consumer<Long> tooLarge;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    /**
     * An intake for one body.
     *
     * @param limit how many bytes are kept
     * @param whole gets the body, when it is within the limit
     * @param tooLarge gets the number of its bytes otherwise
     */
    BodyIntake(int limit, Consumer<byte[]> whole, Consumer<Long> tooLarge) {
        this.limit = limit;
        this.whole = whole;
        this.tooLarge = tooLarge;
    }

    void take(HttpServerExchange exchange) {
        long announced = exchange.getRequestContentLength();
        if (announced > PATIENCE_BYTES) {
            exchange.setPersistent(false);
            tooLarge.accept(announced);
            return;
        }
        exchange.getRequestReceiver().receivePartialBytes(this,
                (broken, why) -> broken.setPersistent(false).endExchange());
    }

    @Override
    public void handle(HttpServerExchange exchange, byte[] part, boolean last) {
        seen += part.length;
        if (seen <= limit) {
            kept.writeBytes(part);
        } else {
            kept.reset();
        }
        if (last) {
            finish();
        } else if (seen > PATIENCE_BYTES) {
            exchange.setPersistent(false).endExchange();
        }
    }

    private void finish() {
        if (seen > limit) {
            tooLarge.accept(seen);
        } else {
            whole.accept(kept.toByteArray());
        }
    }
}
