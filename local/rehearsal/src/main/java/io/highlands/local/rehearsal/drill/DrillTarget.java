// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Instant;
import java.util.Optional;

/** The platform of a drill: what is seen of it, and what is done to it. */
interface DrillTarget {

    /** {@return why no drill can begin now, in words; empty where one can} */
    String disturbance();

    /**
     * Begins: the deployment that is not at fault, the load, and the faults.
     *
     * @return when the faults were injected
     */
    Instant begin(DrillPlan plan);

    /** {@return the platform at this moment} */
    Look look();

    /** {@return what the users lost between two moments; absent where metrics cannot be read} */
    Optional<SpentBudget> spent(Instant from, Instant to);

    /** Ends the drill with all of its faults; one that is over stays so. */
    void end();

    /** {@return whether the drill has been ended} */
    boolean isEnded();

    /** {@return what time it is} */
    Instant now();

    /** Lets a moment pass. */
    void pause();
}
