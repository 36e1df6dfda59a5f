// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Option;

import io.highlands.local.control.ControlException;
import io.highlands.local.platform.RunOptions;

/** The options for the ports on which a platform serves its user. */
final class ServedPorts {

    @Option(names = "--port", paramLabel = "N", defaultValue = ""
            + RunOptions.DEFAULT_LOAD_BALANCER_PORT, description = "The load balancer's port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    int loadBalancer;

    @Option(names = "--aws-port", paramLabel = "N", defaultValue = ""
            + RunOptions.DEFAULT_AWS_PORT, description = "The port of AWS's APIs on 127.0.0.1; 0 serves none (default: ${DEFAULT-VALUE}).")
    int aws;

    @Option(names = "--console-port", paramLabel = "N", defaultValue = ""
            + RunOptions.DEFAULT_CONSOLE_PORT, description = "The console's port on 127.0.0.1; 0 serves none (default: ${DEFAULT-VALUE}).")
    int console;

    /**
     * Refuses one number for two of them, which the second would find taken once the platform has started.
     *
     * @param datadog the port of Datadog's intake, 0 for a free one
     * @param otlp the port of OTLP, 0 for a free one
     */
    void refuseSame(int datadog, int otlp) {
        Map<Integer, String> owners = new HashMap<>();
        refuseSame(owners, "--port", loadBalancer);
        refuseSame(owners, "--aws-port", aws);
        refuseSame(owners, "--console-port", console);
        refuseSame(owners, "--datadog-port", datadog);
        refuseSame(owners, "--otlp-port", otlp);
    }

    private static void refuseSame(Map<Integer, String> owners, String option, int port) {
        String owner = port == 0 ? null : owners.putIfAbsent(port, option);
        if (owner != null) {
            throw new ControlException("%s %d: found the number of %s; allowed: one of its own".formatted(option, port,
                    owner));
        }
    }

    /** {@return whether each of them is free, and all others that a platform needs} */
    List<Check> checks() {
        return Machine.ports(loadBalancer, aws, console);
    }
}
