// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A fault that is injected now: an entry of the response to {@code GET /faults}, and the response to
 * {@code POST /fault}.
 *
 * @param id by which it is cleared, such as {@code f1}
 * @param specification the fault specification, such as {@code latency service-b:service-c delay=3s}
 * @param kind the first word of the specification
 * @param since when it was injected
 * @param state {@code injected}
 * @param tasks the ids of the tasks that it concerns and that are still there
 * @param until when it is cleared automatically, if it is
 * @param holder the process with whose end it is cleared, as {@code PID:STARTMILLIS}, if there is one
 */
public record InjectedFault(String id, String specification, String kind, Instant since, String state,
        List<String> tasks, Optional<Instant> until, Optional<String> holder) {

    /** The id, and the kind, of the only entry that stands for the faults of a drill. */
    public static final String DRILL = "drill";

    /** The {@code state} of a fault that is injected. */
    public static final String INJECTED = "injected";

    /** Copies the list. */
    public InjectedFault {
        tasks = List.copyOf(tasks);
    }
}
