// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Optional;

/**
 * A process that takes, or is to take, the place of a service's tasks.
 *
 * @param service the service
 * @param port where the process listens, or will, on 127.0.0.1
 * @param state whether it gets the service's requests: {@link #WAITING}, {@code ATTACHED} or {@code UNHEALTHY}
 * @param waitsFor what it lacks, in one line, when it lacks something
 * @param holder the command with whose end the service's own tasks come back, as {@code PID:STARTMILLIS}
 */
public record ServiceAttachment(String service, int port, String state, Optional<String> waitsFor, String holder) {

    /** The {@code state} while the service's own tasks still get the requests. */
    public static final String WAITING = "WAITING";
}
