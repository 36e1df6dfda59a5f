// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.InetSocketAddress;

/**
 * Listeners of a task with loopback addresses of its own: the ports are the template's.
 *
 * @param slot the task's slot
 */
record AddressEndpoints(int slot) implements TaskEndpoints {

    @Override
    public boolean haveAddresses() {
        return true;
    }

    @Override
    public InetSocketAddress ingress(int containerPort) {
        return new InetSocketAddress(TaskIdentity.ingressAddress(slot), containerPort);
    }

    @Override
    public InetSocketAddress process(int containerPort) {
        return new InetSocketAddress(TaskIdentity.appAddress(slot), containerPort);
    }

    @Override
    public InetSocketAddress egress(int order, int aliasPort) {
        return new InetSocketAddress("127.255." + slot + "." + order, aliasPort);
    }
}
