// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

import io.highlands.local.mesh.Loopback;

/**
 * That a slot belongs to this platform and to no other on this machine: a listening socket on an address or port of the slot,
 * which the kernel gives to one process and takes back when it ends, however it ends.
 */
final class SlotReservation implements AutoCloseable {

    private final ServerSocket socket;

    private SlotReservation(ServerSocket socket) {
        this.socket = socket;
    }

    /** {@return the slot's reservation; empty where another platform has it} */
    static Optional<SlotReservation> of(Loopback loopback, int slot) {
        InetSocketAddress place = loopback.reservation(slot);
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.setReuseAddress(false);
                socket.bind(place, 1);
                return Optional.of(new SlotReservation(socket));
            } catch (IOException taken) {
                socket.close();
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new EcsException("no socket can be opened on " + place.getHostString() + ":" + place.getPort() + ": "
                    + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // The kernel has taken it back.
        }
    }
}
