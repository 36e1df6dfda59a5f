// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts answers by class of status code; safe for use from several threads. */
public final class StatusCounter {

    private final AtomicLongArray classes = new AtomicLongArray(6);

    /**
     * @param status the status code of an answer; outside 100 to 599 it counts as a server error
     */
    public void count(int status) {
        classes.incrementAndGet(status < 100 || status > 599 ? 5 : status / 100);
    }

    /** {@return the counts so far} */
    public StatusClasses snapshot() {
        return new StatusClasses(classes.get(1), classes.get(2), classes.get(3), classes.get(4), classes.get(5));
    }
}
