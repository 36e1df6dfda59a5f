// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The hosts of one endpoint as one client sees them: round robin over those that are not ejected, and over all when all
 * are. A retry goes to a host that has not been tried, as long as there is one, and takes nobody's turn.
 */
final class Hosts {

    private final Supplier<List<MeshHost>> registered;
    private final Outliers outliers;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<MeshHost> last = List.of();

    Hosts(Supplier<List<MeshHost>> registered, LongSupplier nanoClock) {
        this.registered = registered;
        this.outliers = new Outliers(nanoClock);
    }

    /**
     * {@return the host of the next attempt, or null when there is none}
     *
     * @param tried the ids of the tasks that this request has tried
     */
    MeshHost choose(Set<String> tried) {
        List<MeshHost> hosts = registered.get();
        if (hosts.isEmpty()) {
            return null;
        }
        if (hosts != last) {
            last = hosts;
            outliers.retain(hosts);
        }
        int start = Math.floorMod(tried.isEmpty() ? turn.getAndIncrement() : turn.get(), hosts.size());
        MeshHost triedBefore = null;
        MeshHost ejected = null;
        MeshHost any = null;
        for (int i = 0; i < hosts.size(); i++) {
            MeshHost host = hosts.get((start + i) % hosts.size());
            String id = host.task().taskId();
            boolean fresh = !tried.contains(id);
            boolean in = !outliers.ejected(id);
            if (fresh && in) {
                return host;
            }
            triedBefore = in && triedBefore == null ? host : triedBefore;
            ejected = fresh && ejected == null ? host : ejected;
            any = any == null ? host : any;
        }
        return triedBefore != null ? triedBefore : ejected != null ? ejected : any;
    }

    /** {@return whether a failed connection to a host makes it one that is avoided} */
    boolean failed(String taskId) {
        return outliers.failed(taskId);
    }
}
