// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.highlands.local.control.ControlException;
import io.highlands.local.provision.TimeScale;

/**
 * What a run is asked to be.
 *
 * @param environment the environment's name
 * @param assembly the folder of its synthesized stacks
 * @param images the folder that holds {@code service-x/target/image}
 * @param localValues the file of local SSM parameters and secrets; it need not exist
 * @param scale desired counts that replace the templates', by service
 * @param timeScale how many times faster than in AWS metrics are published and alarm periods pass; 1 is real time
 * @param loadBalancerPort the load balancer's port on 127.0.0.1
 * @param awsPort the port of AWS's APIs on 127.0.0.1; 0 serves none, and then the services publish no metrics
 * @param consolePort the console's port on 127.0.0.1; 0 serves none
 * @param runbooks the folder of the runbooks
 * @param datadogPort where Datadog's tracers find the intake on 127.0.0.1 while tracing is on; 0 takes a free port
 * @param otlpPort the same for OTLP over HTTP
 * @param statsdPort the same for DogStatsD, over UDP
 * @param load requests a second that are sent to the load balancer while the platform runs; 0 is none
 * @param childCommand the words that start the {@code highlands} command in a process of its own, before the command's own
 *            words: the console starts rehearsals by it
 */
public record RunOptions(String environment, Path assembly, Path images, Path localValues, Map<String, Integer> scale,
        int timeScale, int loadBalancerPort, int awsPort, int consolePort, Path runbooks,
        int datadogPort, int otlpPort, int statsdPort, double load,
        List<String> childCommand) {

    /** Keeps the words as they are now. */
    public RunOptions {
        childCommand = List.copyOf(childCommand);
    }

    /**
     * Refuses a factor by which periods cannot be divided.
     *
     * @param factor how many times faster
     * @throws ControlException when metrics could not come every whole number of seconds
     */
    public static void checkTimeScale(int factor) {
        if (!TimeScale.allowed().contains(factor)) {
            throw new ControlException("--time-scale " + factor + ": allowed are "
                    + TimeScale.allowed().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + "; 1 is real time");
        }
    }

    /** Local mode's load balancer port. */
    public static final int DEFAULT_LOAD_BALANCER_PORT = 8080;

    /** The port of AWS's APIs. */
    public static final int DEFAULT_AWS_PORT = 4566;

    /** The console's port. */
    public static final int DEFAULT_CONSOLE_PORT = 9090;

    /** Where Datadog's tracers send to. */
    public static final int DEFAULT_DATADOG_PORT = 8126;

    /** Where OTLP exporters send to. */
    public static final int DEFAULT_OTLP_PORT = 4318;

    /** Where DogStatsD clients send to. */
    public static final int DEFAULT_STATSD_PORT = 8125;

    /** Six: AWS's one-minute metrics come every 10 s. */
    public static final int DEFAULT_TIME_SCALE = 6;
}
