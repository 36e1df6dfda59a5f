// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;
import java.util.List;

/**
 * A drill whose clock runs: what the trainee may say of it. It names no fault.
 *
 * @param since when the faults were injected
 * @param faults how many there are
 * @param places the services, and the edges as {@code CALLER:CALLEE}
 * @param kinds kinds of faults, as {@code highlands fault list} names them
 * @param mitigations names of the runbooks' commands that end faults
 * @param hintPoints what a hint costs
 */
public record DrillBegun(Instant since, int faults, List<String> places, List<String> kinds,
        List<String> mitigations, int hintPoints) {

    /** Copies the lists. */
    public DrillBegun {
        places = List.copyOf(places);
        kinds = List.copyOf(kinds);
        mitigations = List.copyOf(mitigations);
    }
}
