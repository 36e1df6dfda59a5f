// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The address slots on which something listens, as Linux tells (proc_pid_net(5), {@code tcp}: local address as a hexadecimal
 * number in the byte order of the machine, state 0A for listening). Elsewhere none is known.
 *
 * @param slots the slots n of which an address 127.77.n.m has a listener
 */
record ListeningAddresses(Set<Integer> slots) {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private static final String LISTENING = "0A";

    static ListeningAddresses now() {
        Set<Integer> slots = new HashSet<>();
        for (Path table : TABLES) {
            try {
                slots.addAll(read(Files.readAllLines(table)));
            } catch (IOException notLinux) {
                // Then the reservation alone decides.
            }
        }
        return new ListeningAddresses(slots);
    }

    /** {@return the slots in the lines of a table; an IPv4 address in the table of IPv6 stands at the end of its field} */
    static Set<Integer> read(List<String> table) {
        Set<Integer> slots = new HashSet<>();
        for (String line : table) {
            String[] fields = line.strip().split(" +");
            if (fields.length > 3 && fields[3].equals(LISTENING) && fields[1].contains(":")) {
                String address = fields[1].substring(0, fields[1].indexOf(':'));
                if (address.endsWith("4D7F")) {
                    slots.add(Integer.parseInt(address.substring(address.length() - 6, address.length() - 4), 16));
                }
            }
        }
        return slots;
    }
}
