// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The drill that runs: the response to {@code GET /drill}, {@code POST /drill} and {@code POST /drill/end}.
 *
 * @param since when it began
 * @param faults its faults in the order of the request, none named
 */
public record DrillStatus(Instant since, List<HiddenFault> faults) {

    /** Copies the list. */
    public DrillStatus {
        faults = List.copyOf(faults);
    }

    /**
     * A fault of a drill.
     *
     * @param ended when it ended; absent while it works
     */
    public record HiddenFault(Optional<Instant> ended) {}
}
