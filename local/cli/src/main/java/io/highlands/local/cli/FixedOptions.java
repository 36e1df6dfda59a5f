// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.net.URI;

import picocli.CommandLine.ParseResult;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.PlatformStatus;

/** Options of {@code up} that count when the platform starts only: its ports and its time scale. */
final class FixedOptions {

    private FixedOptions() {
    }

    /**
     * Refuses an option that the running platform cannot take over.
     *
     * @param given the options of the command line
     * @param status the running platform's status
     * @throws ControlException when an option is given with another value than the one that runs
     */
    static void refuseOthers(ParseResult given, PlatformStatus status) {
        refuse(given, status, "--port", port(status.loadBalancer()));
        refuse(given, status, "--aws-port", port(status.awsApis()));
        refuse(given, status, "--console-port", port(status.console()));
        refuse(given, status, "--time-scale", status.timeScale());
        refuseUnlessFree(given, status, "--datadog-port", status.intake().datadogPort());
        refuseUnlessFree(given, status, "--otlp-port", status.intake().otlpPort());
        refuseUnlessFree(given, status, "--statsd-port", status.intake().statsdPort());
    }

    /** A port of the intake that is given as 0 is any free one. */
    private static void refuseUnlessFree(ParseResult given, PlatformStatus status, String option,
            int running) {
        if (given.matchedOptionValue(option, 0) != 0) {
            refuse(given, status, option, running);
        }
    }

    private static void refuse(ParseResult given, PlatformStatus status, String option, int running) {
        int wanted = given.matchedOptionValue(option, running);
        if (given.hasMatchedOption(option) && wanted != running) {
            throw new ControlException(
                    "%s %d: %s is running with %d; to change it, stop the platform first with: highlands down"
                            .formatted(option, wanted, status.environment(), running));
        }
    }

    /** {@return the port of an address; 0 of one that is not served} */
    private static int port(String address) {
        return address.isEmpty() ? 0 : URI.create(address).getPort();
    }
}
