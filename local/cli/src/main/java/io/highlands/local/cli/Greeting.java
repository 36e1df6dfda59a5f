// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import tools.jackson.databind.JsonNode;

/** What a user is told once the platform answers. */
final class Greeting {

    private Greeting() {
    }

    /**
     * Makes it.
     *
     * @param status the running process's status
     * @return the load balancer's address and two commands to try
     */
    static String of(JsonNode status) {
        String address = status.path("loadBalancer").asString();
        String console = status.path("console").asString("");
        return """
                %s runs behind %s
                  try: curl '%s/?name=Hello'
                       curl %s/time
                  see: %shighlands status""".formatted(status.path("environment").asString(), address, address, address,
                console.isEmpty() ? "" : console + "\n       ");
    }
}
