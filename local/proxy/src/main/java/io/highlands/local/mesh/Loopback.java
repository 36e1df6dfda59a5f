// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.forward.ForwardException;

/**
 * What tells the tasks of this machine apart: loopback addresses, which Linux has, or ports where there is 127.0.0.1 alone, as
 * on macOS.
 */
public enum Loopback {

    /** Task n has 127.77.n.1, 127.77.n.2 and 127.255.n.k; its listeners have the ports that the template says. */
    ADDRESSES {

        @Override
        public TaskEndpoints endpoints(int slot) {
            return new AddressEndpoints(slot);
        }

        @Override
        public InetSocketAddress reservation(int slot) {
            return new InetSocketAddress("127.77." + slot + ".3", RESERVATION_PORT);
        }
    },

    /** All listeners are on 127.0.0.1; task n has the ports of the n-th block of {@value PortEndpoints#BLOCK}. */
    PORTS {

        @Override
        public TaskEndpoints endpoints(int slot) {
            return new PortEndpoints(slot);
        }

        @Override
        public InetSocketAddress reservation(int slot) {
            return new InetSocketAddress(ONLY, PortEndpoints.first(slot));
        }
    };

    /** The one loopback address that every machine has. */
    static final String ONLY = "127.0.0.1";

    /** The system property that chooses one in spite of what the machine has: {@code addresses} or {@code ports}. */
    public static final String PROPERTY = "highlands.loopback";

    /** A port that IANA has assigned to nobody, below the ephemeral range of Linux. */
    private static final int RESERVATION_PORT = 27_077;

    /**
     * {@return what tells the tasks of this machine apart: addresses if all kinds can be bound, unless {@link #PROPERTY} says
     * otherwise}
     *
     * @throws ForwardException in one line when the property has another value
     */
    public static Loopback ofThisMachine() {
        String forced = System.getProperty(PROPERTY, "");
        if (!forced.isEmpty()) {
            return Arrays.stream(values()).filter(each -> each.label().equals(forced)).findFirst()
                    .orElseThrow(() -> new ForwardException(PROPERTY + " is '" + forced + "'; allowed: "
                            + Arrays.stream(values()).map(Loopback::label).collect(Collectors.joining(", ")), null));
        }
        return Stream.of("127.77.0.1", "127.77.1.1", "127.77.1.2", "127.255.1.1").allMatch(Loopback::isOurs)
                ? ADDRESSES
                : PORTS;
    }

    /**
     * {@return where the listeners of a task are}
     *
     * @param slot the task's slot, 0 to 254
     */
    public abstract TaskEndpoints endpoints(int slot);

    /**
     * {@return what a platform listens on as long as a slot is its own}
     *
     * @param slot the slot, 1 to 254
     */
    public abstract InetSocketAddress reservation(int slot);

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isOurs(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (IOException notOfThisMachine) {
            return false;
        }
    }
}
