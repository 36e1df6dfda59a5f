// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

/** A part of the circle. */
interface Phase {

    /** {@return what it is called} */
    String name();

    /**
     * Takes place; what goes wrong is told to the act.
     *
     * @param act the rehearsal
     * @return what came of it, in a few words
     */
    String play(Act act);
}
