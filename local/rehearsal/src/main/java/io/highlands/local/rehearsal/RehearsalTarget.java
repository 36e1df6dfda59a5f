// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The platform on which a page is rehearsed: what is seen of it, and what is done to it. */
interface RehearsalTarget extends CommandTarget {

    /** {@return alarms in ALARM, parts of composite alarms left out, by name without {@code highlands-ENV-}: since when} */
    Map<String, Instant> standing();

    /**
     * Changes of alarms' states, parts of composite alarms left out.
     *
     * @param from the first moment
     * @return them, oldest first
     */
    List<StateChange> changes(Instant from);

    /** {@return in words, what of the services is not as wanted: tasks that do not run, a deployment under way; empty when steady} */
    String unsteady();

    /** {@return since when nothing has happened to it: no event of a service, no fault that ended} */
    Instant undisturbedSince();

    /**
     * Injects a fault.
     *
     * @param words the fault's words
     * @return its id
     * @throws RuntimeException with the platform's own line when it refuses
     */
    String inject(String words);

    /** {@return ids of the faults that are injected} */
    Set<String> faults();

    /**
     * Ends a fault; one that is over already stays so.
     *
     * @param fault its id
     */
    void clear(String fault);

    /**
     * Takes the pictures of a dashboard.
     *
     * @param dashboard its name, without {@code highlands-ENV-}
     * @param from the first moment
     * @param until the first moment after it
     * @return its widgets; none where it cannot be drawn
     */
    List<Panel> panels(String dashboard, Instant from, Instant until);

    /** {@return what changed, as {@code highlands incident} says it: a sentence each, the most likely cause first} */
    List<String> findings();

    /** Lets a moment pass before something is looked at again. */
    void pause();
}
