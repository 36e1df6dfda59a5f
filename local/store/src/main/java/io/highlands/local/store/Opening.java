// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The moment at which the files are open; until then readers wait, and writers do not. */
final class Opening {

    /** Longer than replaying the largest log of a killed process takes. */
    private static final long TIMEOUT_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);

    private volatile OpenFiles files;

    /** Waits until the files are open, or cannot be opened: then there is what memory has. */
    void await() {
        try {
            if (!done.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreException("The store is not open after " + TIMEOUT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while the store was opened");
        }
    }

    void opened(OpenFiles opened) {
        files = opened;
        done.countDown();
    }

    void failed() {
        done.countDown();
    }

    Optional<OpenFiles> files() {
        return Optional.ofNullable(files);
    }
}
