// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;
import java.util.Optional;

/**
 * A drill as it was chosen.
 *
 * @param level 1 is one fault, 2 two, 3 two and a deployment that is not at fault
 * @param seed what it was chosen by: the same seed and the same templates are the same drill
 * @param faults its faults
 * @param deployed the service that is deployed when the drill begins and has no fault; absent below level 3
 */
public record DrillPlan(int level, long seed, List<HiddenFault> faults, Optional<String> deployed) {

    /** The highest level. */
    public static final int MAX_LEVEL = 3;

    /** Copies the list. */
    public DrillPlan {
        faults = List.copyOf(faults);
    }
}
