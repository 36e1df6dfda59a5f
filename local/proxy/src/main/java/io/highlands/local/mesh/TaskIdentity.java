// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetSocketAddress;
import java.util.Set;

/**
 * Who a task is in the mesh. Its slot gives it listeners of its own and addresses by which it is named, here as in AWS's APIs and
 * logs. Where the machine has these addresses, the source of a connection says which task it comes from; where it has 127.0.0.1
 * alone, the sidecars tell each other their source ports.
 *
 * @param slot which of the loopback addresses the task has, 1 to 254; 0 is the load balancer
 * @param taskId the task's id
 * @param service the name of the service that the task belongs to
 * @param cluster the name of the cluster
 * @param securityGroups the ids of the security groups of the task's network interface
 * @param endpoints where its listeners are
 */
public record TaskIdentity(int slot, String taskId, String service, String cluster, Set<String> securityGroups,
        TaskEndpoints endpoints) {

    /** The most tasks that can run side by side: an address octet without 0 and 255. */
    public static final int MAX_SLOT = 254;

    public TaskIdentity {
        if (slot < 0 || slot > MAX_SLOT) {
            throw new IllegalArgumentException("slot " + slot + " is not in 0.." + MAX_SLOT);
        }
        securityGroups = Set.copyOf(securityGroups);
    }

    /**
     * A task with addresses of its own.
     *
     * @param slot which of the loopback addresses the task has, 1 to 254; 0 is the load balancer
     * @param taskId the task's id
     * @param service the name of the service that the task belongs to
     * @param cluster the name of the cluster
     * @param securityGroups the ids of the security groups of the task's network interface
     */
    public TaskIdentity(int slot, String taskId, String service, String cluster, Set<String> securityGroups) {
        this(slot, taskId, service, cluster, securityGroups, Loopback.ADDRESSES.endpoints(slot));
    }

    /**
     * The load balancer, as a peer of the mesh: slot 0, in no service.
     *
     * @param securityGroups the load balancer's security groups
     * @return its identity
     */
    public static TaskIdentity loadBalancer(Set<String> securityGroups) {
        return loadBalancer(securityGroups, Loopback.ADDRESSES);
    }

    /**
     * The load balancer, as a peer of the mesh: slot 0, in no service.
     *
     * @param securityGroups the load balancer's security groups
     * @param loopback what tells it from the tasks
     * @return its identity
     */
    public static TaskIdentity loadBalancer(Set<String> securityGroups, Loopback loopback) {
        return new TaskIdentity(0, "load-balancer", "load-balancer", "", securityGroups, loopback.endpoints(0));
    }

    /**
     * {@return the address that names the task in AWS's APIs and logs} Where the machine has it, the task's sidecar listens there,
     * and what it sends comes from there.
     */
    public String ingressAddress() {
        return ingressAddress(slot);
    }

    /** {@return the address that names the task's own process; where the machine has it, the process listens there} */
    public String appAddress() {
        return appAddress(slot);
    }

    /**
     * {@return where the task's sidecar listens for a container port}
     *
     * @param containerPort the port that the template says
     */
    public InetSocketAddress ingress(int containerPort) {
        return endpoints.ingress(containerPort);
    }

    /**
     * {@return where the task's own process listens for a container port}
     *
     * @param containerPort the port that the template says
     */
    public InetSocketAddress process(int containerPort) {
        return endpoints.process(containerPort);
    }

    /**
     * {@return where the task's sidecar listens for what the task sends to an alias}
     *
     * @param order the alias's place among those that the task resolves, counted from 1
     * @param aliasPort the port that the template says
     */
    public InetSocketAddress egress(int order, int aliasPort) {
        return endpoints.egress(order, aliasPort);
    }

    static String ingressAddress(int slot) {
        return "127.77." + slot + ".1";
    }

    static String appAddress(int slot) {
        return "127.77." + slot + ".2";
    }
}
