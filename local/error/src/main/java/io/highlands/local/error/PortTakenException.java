// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.net.BindException;
import java.util.Locale;
import java.util.function.Supplier;

/** A port that another process listens on. The message names the address, and where it is known, what sets the port. */
public final class PortTakenException extends UserError {

    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;

    /**
     * @param host the address of this machine, such as {@code 127.0.0.1}
     * @param port the port
     * @param cause what the operating system said
     */
    public PortTakenException(String host, int port, Throwable cause) {
        this(host + ":" + port + " is taken", host, port, cause);
    }

    private PortTakenException(String message, String host, int port, Throwable cause) {
        super(message, cause);
        this.host = host;
        this.port = port;
    }

    /** {@return the number that is taken, 1 to 65535} */
    public int port() {
        return port;
    }

    /**
     * {@return the same error, with the name of what was to listen}
     *
     * @param what such as {@code load balancer}
     */
    public PortTakenException of(String what) {
        return new PortTakenException(what + ": " + getMessage(), host, port, this);
    }

    /**
     * {@return the same error, with the option that sets the port}
     *
     * @param option an option of {@code highlands up}, such as {@code --port}
     */
    public PortTakenException by(String option) {
        return new PortTakenException(getMessage() + "; free it, or choose another with up " + option + " N", host,
                port,
                this);
    }

    /**
     * Opens a listener on 127.0.0.1.
     *
     * @param port the port; 0 for any that is free
     * @param listener opens it
     * @param <T> the listener
     * @return the listener
     * @throws PortTakenException when another process listens there; any other error is thrown as it is
     */
    public static <T> T listening(int port, Supplier<T> listener) {
        try {
            return listener.get();
        } catch (PortTakenException taken) {
            throw taken;
        } catch (RuntimeException e) {
            throw isIn(e) ? new PortTakenException("127.0.0.1", port, e) : e;
        }
    }

    /**
     * {@return whether an error, or one of its causes, says that an address is in use} An address that this machine does not
     * have fails with the same type of exception, so that the text decides (EADDRINUSE in POSIX, on Linux and macOS).
     *
     * @param error what was thrown
     */
    public static boolean isIn(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException && cause.getMessage() != null
                    && cause.getMessage().toLowerCase(Locale.ROOT).contains("in use")) {
                return true;
            }
        }
        return false;
    }
}
