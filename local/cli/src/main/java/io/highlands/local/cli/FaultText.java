// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** Injected faults as a person reads them. */
final class FaultText {

    private static final int SHORT_ID = 8;

    private FaultText() {
    }

    static void print(Optional<JsonNode> faults, PrintWriter out) {
        if (faults.isEmpty()) {
            out.println("nothing is running");
        } else if (faults.get().isEmpty()) {
            out.println("faults: none injected");
        } else {
            out.println("faults: " + faults.get().size() + " injected");
            faults.get().forEach(fault -> out.println("  " + line(fault)));
        }
    }

    /** One fault: its id, its words, since when, in which tasks, and when it ends by itself. */
    static String line(JsonNode fault) {
        StringBuilder line = new StringBuilder(fault.path("id").asString()).append(": ")
                .append(fault.path("words").asString()).append(", since ").append(fault.path("since").asString());
        if (!fault.path("tasks").isEmpty()) {
            line.append(", in ").append(String.join(" ", fault.path("tasks").valueStream()
                    .map(id -> id.asString().substring(0, Math.min(SHORT_ID, id.asString().length()))).toList()));
        }
        if (fault.has("until")) {
            line.append(", until ").append(fault.path("until").asString());
        }
        if (fault.has("holder")) {
            line.append(", held by process ").append(fault.path("holder").asString().split(":")[0]);
        }
        return line.toString();
    }
}
