// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.stream.Collectors;

import io.highlands.local.control.message.PlatformStatus;

/** What a user is told once the platform answers. */
final class Greeting {

    private static final int COMMANDS = 2;

    private Greeting() {
    }

    /**
     * Writes the lines that {@code up} prints when the platform runs.
     *
     * @param status the running process's status
     * @return the load balancer's address, commands for the first public paths by their examples, and where to look
     */
    static String of(PlatformStatus status) {
        String address = status.loadBalancer();
        String commands = status.load().paths().stream().limit(COMMANDS)
                .map(path -> "curl '" + address + path.replace("'", "%27") + "'")
                .collect(Collectors.joining("\n       "));
        String console = status.console();
        return "%s runs behind %s%s\n  see: %shighlands status".formatted(status.environment(), address,
                commands.isEmpty() ? "" : "\n  try: " + commands,
                console.isEmpty() ? "" : console + "\n       ");
    }
}
