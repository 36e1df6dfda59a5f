// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The start of a request body, kept so that it can be sent again; up to a limit, past which nothing is kept. */
final class Replay {

    private final int limit;
    private byte[] kept = new byte[0];
    private int length;
    private boolean overflown;

    Replay(int limit) {
        this.limit = limit;
    }

    /** Keeps what a buffer holds, without moving its position. */
    void keep(ByteBuffer buffer) {
        if (overflown) {
            return;
        }
        int more = buffer.remaining();
        if (length + more > limit) {
            overflown = true;
            kept = new byte[0];
            length = 0;
            return;
        }
        if (length + more > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(length + more, Math.min(limit, kept.length * 2)));
        }
        buffer.get(buffer.position(), kept, length, more);
        length += more;
    }

    /** {@return whether all that was read is still there} */
    boolean complete() {
        return !overflown;
    }

    /** {@return what was kept} */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(kept, 0, length);
    }
}
