// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.Set;

/**
 * Who a task is in the mesh. Its slot gives it addresses of its own, so that a connection's peer address says which task
 * it comes from.
 *
 * @param slot which of the loopback addresses the task has, 1 to 254; 0 is the load balancer
 * @param taskId the task's id
 * @param service the name of the service that the task belongs to
 * @param cluster the name of the cluster
 * @param securityGroups the ids of the security groups of the task's network interface
 */
public record TaskIdentity(int slot, String taskId, String service, String cluster, Set<String> securityGroups) {

    /** The most tasks that can run side by side: an address octet without 0 and 255. */
    public static final int MAX_SLOT = 254;

    public TaskIdentity {
        if (slot < 0 || slot > MAX_SLOT) {
            throw new IllegalArgumentException("slot " + slot + " is not in 0.." + MAX_SLOT);
        }
        securityGroups = Set.copyOf(securityGroups);
    }

    /**
     * The load balancer, as a peer of the mesh: slot 0, in no service.
     *
     * @param securityGroups the load balancer's security groups
     * @return its identity
     */
    public static TaskIdentity loadBalancer(Set<String> securityGroups) {
        return new TaskIdentity(0, "load-balancer", "load-balancer", "", securityGroups);
    }

    /** {@return where the task's sidecar listens, and the source address of what it sends} */
    public String ingressAddress() {
        return "127.77." + slot + ".1";
    }

    /** {@return where the task's own process listens} */
    public String appAddress() {
        return "127.77." + slot + ".2";
    }

    /**
     * {@return where the task's sidecar listens for what the task sends to an alias}
     *
     * @param order the alias's place among those that the task resolves, counted from 1
     */
    public String aliasAddress(int order) {
        return "127.255." + slot + "." + order;
    }
}
