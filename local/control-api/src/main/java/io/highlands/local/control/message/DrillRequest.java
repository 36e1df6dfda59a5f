// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.List;

/**
 * The body of {@code POST /drill}, which begins a drill: faults that no other response names while it runs.
 *
 * @param specifications the fault specifications, such as {@code latency service-b:service-c delay=3s}
 * @param holder the process with whose end the drill ends, as {@code PID:STARTMILLIS}; the start in milliseconds since
 *            1970-01-01T00:00:00Z
 */
public record DrillRequest(List<String> specifications, String holder) {

    /** Copies the list. */
    public DrillRequest {
        specifications = List.copyOf(specifications);
    }
}
