// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

/** A part of the circle. */
interface Phase {

    /** {@return what it is called} */
    String name();

    /**
     * Runs the phase, and adds what goes wrong to the failures of the rehearsal.
     *
     * @param context the rehearsal
     * @return what came of it, in a few words
     */
    String run(RehearsalContext context);
}
