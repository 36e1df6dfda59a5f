// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/** The two clocks of a request: the time for the whole of it, from the end of its body, and the time without a byte. */
final class Deadline {

    private final XnioIoThread thread;
    private final long perRequestMillis;
    private final long idleMillis;
    private final Consumer<Outcome> expired;
    private XnioExecutor.Key timer;
    private long readAt;
    private boolean read;
    private long movedAt = System.nanoTime();
    private boolean stopped;

    Deadline(XnioIoThread thread, long perRequestMillis, long idleMillis, Consumer<Outcome> expired) {
        this.thread = thread;
        this.perRequestMillis = perRequestMillis;
        this.idleMillis = idleMillis;
        this.expired = expired;
    }

    void start() {
        arm();
    }

    /** The request has been read to its end. */
    void requestRead() {
        read = true;
        readAt = System.nanoTime();
        movedAt = readAt;
        if (timer != null && !stopped) {
            timer.remove();
            arm();
        }
    }

    void moved() {
        movedAt = System.nanoTime();
    }

    void stop() {
        stopped = true;
        if (timer != null) {
            timer.remove();
        }
    }

    private void arm() {
        long left = Math.min(leftOfRequest(), leftOfIdle());
        if (left != Long.MAX_VALUE) {
            timer = Timers.after(thread, left, this::check);
        }
    }

    private void check() {
        if (stopped) {
            return;
        }
        if (leftOfRequest() <= 0) {
            expired.accept(Outcome.TIMEOUT);
        } else if (leftOfIdle() <= 0) {
            expired.accept(Outcome.IDLE_TIMEOUT);
        } else {
            arm();
        }
    }

    private long leftOfRequest() {
        return perRequestMillis == 0 || !read ? Long.MAX_VALUE : left(readAt, perRequestMillis);
    }

    private long leftOfIdle() {
        return idleMillis == 0 ? Long.MAX_VALUE : left(movedAt, idleMillis);
    }

    private static long left(long since, long millis) {
        return millis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }
}
