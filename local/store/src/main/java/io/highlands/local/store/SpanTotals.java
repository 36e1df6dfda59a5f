// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.HashSet;
import java.util.Set;

/** What is known of a trace as a whole. */
public final class SpanTotals {

    private final Set<String> services = new HashSet<>();

    private int spans;

    private boolean failed;

    void add(String service, int more, boolean anyFailed) {
        services.add(service);
        spans += more;
        failed |= anyFailed;
    }

    /**
     * How many spans it has.
     *
     * @return their number
     */
    public int spans() {
        return spans;
    }

    /**
     * How many services took part.
     *
     * @return their number
     */
    public int services() {
        return services.size();
    }

    /**
     * Whether any of its spans failed.
     *
     * @return true when one did
     */
    public boolean failed() {
        return failed;
    }
}
