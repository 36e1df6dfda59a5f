// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import io.highlands.local.control.message.PlatformStatus;

/** What a user is told once the platform answers. */
final class Greeting {

    private Greeting() {
    }

    /**
     * Writes the lines that {@code up} prints when the platform runs.
     *
     * @param status the running process's status
     * @return the load balancer's address and two commands to try
     */
    static String of(PlatformStatus status) {
        String address = status.loadBalancer();
        String console = status.console();
        return """
                %s runs behind %s
                  try: curl '%s/?name=Hello'
                       curl %s/time
                  see: %shighlands status""".formatted(status.environment(), address, address, address,
                console.isEmpty() ? "" : console + "\n       ");
    }
}
