// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.io.IOException;
import java.net.Socket;

/** A body larger than all the buffers on its way. */
final class LargeBody {

    static final long LENGTH = 100L * 1024 * 1024;

    private LargeBody() {
    }

    /** Writes it whole, or until the other end is gone. */
    static void write(Socket socket) {
        try {
            byte[] block = new byte[64 * 1024];
            for (long left = LENGTH; left > 0;) {
                int count = (int) Math.min(left, block.length);
                socket.getOutputStream().write(block, 0, count);
                left -= count;
            }
        } catch (IOException otherEndGone) {
            // What the test looks at is the other end.
        }
    }

    /** {@return how many of its bytes arrive} */
    static long read(Socket socket) throws IOException {
        byte[] block = new byte[64 * 1024];
        long total = 0;
        while (total < LENGTH) {
            int count = socket.getInputStream().read(block, 0, (int) Math.min(LENGTH - total, block.length));
            if (count < 0) {
                return total;
            }
            total += count;
        }
        return total;
    }
}
