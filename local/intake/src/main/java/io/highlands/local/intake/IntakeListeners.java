// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.util.Deque;
import java.util.function.Supplier;

import io.highlands.local.error.PortTakenException;

/** Opens the listeners of an intake: all of them, or none. */
final class IntakeListeners {

    private IntakeListeners() {
    }

    /**
     * Opens a listener, or closes those that were opened before it.
     *
     * @param what what listens, for the error
     * @param port on 127.0.0.1; 0 for any that is free
     * @param open the listeners that are open; gains this one
     * @param listener opens it
     * @return the listener
     * @throws PortTakenException when another process listens on the port
     */
    static <T extends AutoCloseable> T open(String what, int port, Deque<AutoCloseable> open, Supplier<T> listener) {
        try {
            T opened = PortTakenException.listening(port, listener);
            open.push(opened);
            return opened;
        } catch (PortTakenException taken) {
            close(open);
            throw taken.of(what);
        } catch (RuntimeException e) {
            close(open);
            throw e;
        }
    }

    private static void close(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a listener cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
