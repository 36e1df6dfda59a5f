// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.highlands.local.control.ControlException;
import io.highlands.local.fault.Holder;

/** The commands that hold an attachment or begin one, by the service's name. Not safe for concurrent use. */
final class AttachmentHolders {

    private final Map<String, Held> held = new TreeMap<>();

    /**
     * Who holds an attachment.
     *
     * @param port where its process listens
     * @param holder the command
     */
    private record Held(int port, Holder holder) {}

    /**
     * Takes a service and a port for a command.
     *
     * @throws ControlException in one line when another one that still runs has taken either
     */
    void add(String service, int port, Holder holder) {
        held.forEach((name, one) -> {
            if ((name.equals(service) || one.port() == port) && one.holder().isAlive()) {
                throw new ControlException("attach: 127.0.0.1:" + one.port() + " is attached to " + name
                        + " by process " + one.holder().pid() + "; end that first");
            }
        });
        held.put(service, new Held(port, holder));
    }

    void remove(String service) {
        held.remove(service);
    }

    /** {@return a copy} */
    Map<String, Holder> all() {
        return held.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, one -> one.getValue().holder(), (one, other) -> one, TreeMap::new));
    }
}
