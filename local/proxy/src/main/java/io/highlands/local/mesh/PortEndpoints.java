// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import io.highlands.local.forward.ForwardException;

/**
 * Listeners of a task on 127.0.0.1: each gets the next port of the task's block that is free at that moment. The blocks lie
 * below the ports that Linux (32768 to 60999) and macOS (49152 to 65535) give to whoever asks for any, so no such port is taken
 * between the choice and the listener.
 */
final class PortEndpoints implements TaskEndpoints {

    /** How many ports a task has; the first one says that the block is taken. */
    static final int BLOCK = 48;

    private static final int LOWEST = 20_000;

    private final int slot;
    private final Map<String, InetSocketAddress> given = new HashMap<>();
    private int next = 1;

    PortEndpoints(int slot) {
        this.slot = slot;
    }

    /** {@return the first port of a slot's block} */
    static int first(int slot) {
        return LOWEST + slot * BLOCK;
    }

    @Override
    public boolean haveAddresses() {
        return false;
    }

    @Override
    public InetSocketAddress ingress(int containerPort) {
        return of("ingress of port " + containerPort);
    }

    @Override
    public InetSocketAddress process(int containerPort) {
        return of("container port " + containerPort);
    }

    @Override
    public InetSocketAddress egress(int order, int aliasPort) {
        return of("egress " + order + " to port " + aliasPort);
    }

    private synchronized InetSocketAddress of(String listener) {
        return given.computeIfAbsent(listener, this::free);
    }

    private InetSocketAddress free(String listener) {
        while (next < BLOCK) {
            InetSocketAddress candidate = new InetSocketAddress(Loopback.ONLY, first(slot) + next++);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new ForwardException("no port is left for " + listener + ": ports " + (first(slot) + 1) + " to "
                + (first(slot) + BLOCK - 1) + " of " + Loopback.ONLY + " are the task's, and all are taken", null);
    }

    private static boolean isFree(InetSocketAddress candidate) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(candidate, 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
