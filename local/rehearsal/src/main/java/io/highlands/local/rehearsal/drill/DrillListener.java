// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;
import java.util.Optional;

import io.highlands.local.control.message.DrillBegun;

/** The trainee of a drill. */
public interface DrillListener {

    /**
     * Tells the trainee something.
     *
     * @param lines what
     */
    void tell(List<String> lines);

    /**
     * Tells the trainee that the faults are injected.
     *
     * @param drill what may be said of it
     */
    default void begin(DrillBegun drill) {
    }

    /** {@return the next line that the trainee has written, if there is one; {@code give-up} at the end of the input} */
    Optional<String> next();
}
