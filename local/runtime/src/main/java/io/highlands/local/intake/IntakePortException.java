// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.util.Deque;
import java.util.function.Supplier;

/** A port that cannot be listened on. Its message is one line that names it. */
public final class IntakePortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    private IntakePortException(String what, int port, Throwable cause) {
        super(what + ": 127.0.0.1:" + port + " is taken", cause);
        this.port = port;
    }

    /** {@return the port} */
    public int port() {
        return port;
    }

    /** Opens a listener, or closes those that were opened before it. */
    static <T extends AutoCloseable> T listening(String what, int port, Deque<AutoCloseable> open,
            Supplier<T> listener) {
        try {
            T opened = listener.get();
            open.push(opened);
            return opened;
        } catch (RuntimeException e) {
            close(open);
            throw new IntakePortException(what, port, e);
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
