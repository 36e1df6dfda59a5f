// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The functions of IP addresses. They read literal addresses only, and ask no name server.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html">IP address
 *      string functions</a>
 */
final class IpFunctions {

    /** Whether a text is an address. */
    static final Map<String, Function<Object[], Object>> VALID = Map.of("isvalidip", valid(InetAddress.class),
            "isvalidipv4", valid(Inet4Address.class), "isvalidipv6", valid(Inet6Address.class));

    /** Whether an address is within a subnet in CIDR notation. */
    static final Map<String, Function<Object[], Object>> IN_SUBNET = Map.of("isipinsubnet", within(InetAddress.class),
            "isipv4insubnet", within(Inet4Address.class), "isipv6insubnet", within(Inet6Address.class));

    private IpFunctions() {
    }

    private static Function<Object[], Object> valid(Class<? extends InetAddress> type) {
        return args -> args[0] != null && address(Values.text(args[0])).filter(type::isInstance).isPresent();
    }

    private static Function<Object[], Object> within(Class<? extends InetAddress> type) {
        return args -> args[0] != null && args[1] != null && address(Values.text(args[0])).filter(type::isInstance)
                .map(address -> contains(Values.text(args[1]), address)).orElse(false);
    }

    private static boolean contains(String subnet, InetAddress address) {
        int slash = subnet.indexOf('/');
        Optional<InetAddress> network = address(slash < 0 ? subnet : subnet.substring(0, slash));
        byte[] bits = address.getAddress();
        if (network.isEmpty() || network.get().getAddress().length != bits.length) {
            return false;
        }
        String length = slash < 0 ? String.valueOf(bits.length * 8) : subnet.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > bits.length * 8) {
            return false;
        }
        byte[] wanted = network.get().getAddress();
        for (int bit = 0; bit < Integer.parseInt(length); bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bits[bit / 8] & mask) != (wanted[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
