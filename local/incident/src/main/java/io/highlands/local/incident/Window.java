// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Duration;
import java.time.Instant;

/**
 * A period, and the one of the same length that it is compared with.
 *
 * @param from when it begins
 * @param until when it ends
 */
record Window(Instant from, Instant until) {

    /** {@return the period of the same length that ends when this one begins} */
    Window before() {
        return new Window(from.minus(Duration.between(from, until)), from);
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(until);
    }
}
