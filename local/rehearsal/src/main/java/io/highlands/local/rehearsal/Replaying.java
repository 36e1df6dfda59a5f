// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.List;

/** The replay of what was recorded through prod's alarms. */
@FunctionalInterface
interface Replaying {

    /**
     * Replays; an alarm that would not have fired in its time is a failure of the rehearsal.
     *
     * @param context the rehearsal, whose fault has ended
     * @return what came of it, a line each
     */
    List<String> replay(RehearsalContext context);
}
