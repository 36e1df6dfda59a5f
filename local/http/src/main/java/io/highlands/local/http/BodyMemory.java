// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the bodies of all requests together may take. */
public final class BodyMemory {

    private final AtomicLong free;

    /**
     * @param bytes how many bytes of bodies there is memory for
     */
    public BodyMemory(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /** {@return how many bytes are free} */
    public long free() {
        return free.get();
    }

    /** {@return the share of a new request, empty at first} */
    public Share share() {
        return new Share();
    }

    /** What one request has taken. Only one thread at a time uses it. */
    public final class Share implements AutoCloseable {

        private long taken;

        private Share() {
        }

        /**
         * Takes more.
         *
         * @param bytes how much more
         * @return false when that much is not free; then nothing was taken
         */
        boolean take(long bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives all of it back. */
        @Override
        public void close() {
            free.addAndGet(taken);
            taken = 0;
        }
    }
}
