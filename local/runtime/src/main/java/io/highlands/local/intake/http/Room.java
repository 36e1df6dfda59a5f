// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that bodies may take, of all requests together. */
public final class Room {

    private final AtomicLong free;

    /**
     * A room.
     *
     * @param bytes how many bytes of bodies it holds
     */
    public Room(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /** {@return how many bytes are free} */
    public long free() {
        return free.get();
    }

    Share share() {
        return new Share();
    }

    /** What one request has taken of it. Only one thread at a time uses it. */
    final class Share implements AutoCloseable {

        private long taken;

        /** Takes more, or nothing and answers false when it is not there. */
        boolean take(long bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives all back. */
        @Override
        public void close() {
            free.addAndGet(taken);
            taken = 0;
        }
    }
}
