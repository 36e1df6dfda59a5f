// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A log stream: what one container of one task wrote.
 *
 * @param name such as {@code service-a/app/0123456789abcdef}
 * @param created when it was created; that of its earliest event where it began with it
 * @param events when it spoke; empty while it has no event
 */
public record LogStreamInfo(String name, Instant created, Optional<Events> events) {

    /**
     * When a stream spoke.
     *
     * @param first time of its earliest event that is still known
     * @param last time of its latest event
     * @param lastIngestion when its latest event came
     */
    public record Events(Instant first, Instant last, Instant lastIngestion) {}
}
