// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

import io.highlands.local.control.message.InjectedFault;

/** Injected faults as a person reads them. */
final class FaultText {

    private static final int SHORT_ID = 8;

    private FaultText() {
    }

    static void print(Optional<List<InjectedFault>> faults, PrintWriter out) {
        if (faults.isEmpty()) {
            out.println("nothing is running");
        } else if (faults.get().isEmpty()) {
            out.println("faults: none injected");
        } else {
            out.println("faults: " + faults.get().size() + " injected");
            faults.get().forEach(fault -> out.println("  " + line(fault)));
        }
    }

    /** One fault: its id, its specification, since when, in which tasks, and when it ends automatically. */
    static String line(InjectedFault fault) {
        StringBuilder line = new StringBuilder(fault.id()).append(": ").append(fault.specification())
                .append(", since ").append(fault.since());
        if (!fault.tasks().isEmpty()) {
            line.append(", in ").append(String.join(" ", fault.tasks().stream()
                    .map(id -> id.substring(0, Math.min(SHORT_ID, id.length()))).toList()));
        }
        fault.until().ifPresent(until -> line.append(", until ").append(until));
        fault.holder().ifPresent(holder -> line.append(", held by process ").append(holder.split(":")[0]));
        return line.toString();
    }
}
