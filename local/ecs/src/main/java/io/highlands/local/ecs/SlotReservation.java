// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * That an address slot belongs to this platform and to no other on this machine: a listening socket on an address of the slot,
 * which the kernel gives to one process and takes back when it ends, however it ends.
 */
final class SlotReservation implements AutoCloseable {

    /** A port that IANA has assigned to nobody, below the ephemeral range of Linux. */
    static final int PORT = 27_077;

    private final ServerSocket socket;

    private SlotReservation(ServerSocket socket) {
        this.socket = socket;
    }

    /** {@return the slot's reservation; empty where another platform has it} */
    static Optional<SlotReservation> of(int slot) {
        String address = "127.77." + slot + ".3";
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.setReuseAddress(false);
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), PORT), 1);
                return Optional.of(new SlotReservation(socket));
            } catch (IOException taken) {
                socket.close();
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new EcsException("no socket can be opened on " + address + ":" + PORT + ": " + e.getMessage(), e);
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
