// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.List;

import picocli.CommandLine.Option;

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

    /** {@return whether each of them is free, and all others that a platform needs} */
    List<Check> checks() {
        return Machine.ports(loadBalancer, aws, console);
    }
}
