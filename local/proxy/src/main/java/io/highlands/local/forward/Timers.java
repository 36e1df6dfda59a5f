// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/** Timers on I/O threads, which may be ending. */
final class Timers {

    private static final XnioExecutor.Key NEVER = () -> false;

    private Timers() {
    }

    /** {@return a key that takes the timer back; when the thread is ending, the timer never fires} */
    static XnioExecutor.Key after(XnioIoThread thread, long millis, Runnable action) {
        try {
            return thread.executeAfter(action, Math.max(1, millis), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            return NEVER;
        }
    }
}
