// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.List;

/**
 * The response to {@code POST /fault/clear}.
 *
 * @param cleared the ids of the faults that were cleared
 */
public record ClearedFaults(List<String> cleared) {

    /** Copies the list. */
    public ClearedFaults {
        cleared = List.copyOf(cleared);
    }
}
