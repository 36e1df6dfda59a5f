// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.Arrays;
import java.util.function.Consumer;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;

/**
 * Reads a request's body while it is within its limit and there is memory. The rest of a body that is not accepted is read
 * and discarded, so that the client gets to read the response. Of one that is far too large the connection is closed.
 */
public final class BoundedBody {

    /** How much is discarded before the connection is closed, at least. */
    private static final long MIN_DISCARDED_BYTES = 32L << 20;
    private static final int FIRST_BYTES = 16 * 1024;

    private final int limit;
    private final long maxDiscarded;
    private final BodyMemory.Share share;
    private final Consumer<byte[]> complete;
    private final Consumer<BodyException> refused;
    private byte[] kept = new byte[0];
    private int length;
    private long announced;
    private long seen;
    private BodyException problem;

    private BoundedBody(int limit, BodyMemory.Share share, Consumer<byte[]> complete, Consumer<BodyException> refused) {
        this.limit = limit;
        this.maxDiscarded = Math.max(MIN_DISCARDED_BYTES, 4L * limit);
        this.share = share;
        this.complete = complete;
        this.refused = refused;
    }

    /**
     * Reads the body of a request. The connection's own thread calls one of the consumers, once, unless the client breaks
     * off.
     *
     * @param exchange the request
     * @param limit the largest body, in bytes
     * @param share the memory that it takes
     * @param complete gets the body
     * @param refused gets the reason why it is not accepted
     */
    public static void receive(HttpServerExchange exchange, int limit, BodyMemory.Share share,
            Consumer<byte[]> complete, Consumer<BodyException> refused) {
        new BoundedBody(limit, share, complete, refused).receive(exchange);
    }

    private void receive(HttpServerExchange exchange) {
        announced = exchange.getRequestContentLength();
        if (announced > maxDiscarded) {
            exchange.setPersistent(false);
            refused.accept(BodyException.tooLarge(announced, limit));
            return;
        }
        Receiver.PartialBytesCallback part = this::handle;
        exchange.getRequestReceiver().receivePartialBytes(part,
                (broken, why) -> broken.setPersistent(false).endExchange());
    }

    private void handle(HttpServerExchange exchange, byte[] part, boolean last) {
        seen += part.length;
        if (problem == null) {
            keep(part);
        }
        if (last) {
            finish();
        } else if (seen > maxDiscarded) {
            exchange.setPersistent(false).endExchange();
        }
    }

    private void finish() {
        if (seen > limit) {
            refused.accept(BodyException.tooLarge(seen, limit));
        } else if (problem != null) {
            refused.accept(problem);
        } else {
            complete.accept(length == kept.length ? kept : Arrays.copyOf(kept, length));
        }
    }

    private void keep(byte[] part) {
        if (seen > limit) {
            problem = BodyException.tooLarge(seen, limit);
        } else if (!holds(length + part.length)) {
            problem = BodyException.noMemory();
        } else {
            System.arraycopy(part, 0, kept, length, part.length);
            length += part.length;
            return;
        }
        kept = new byte[0];
        share.close();
    }

    /** Grows with what has arrived, not with what was announced, so that no client takes memory by a header alone. */
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
