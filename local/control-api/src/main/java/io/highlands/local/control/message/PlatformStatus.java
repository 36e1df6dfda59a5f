// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The running platform: the response to {@code GET /status}, and what {@code highlands status --json} prints.
 *
 * @param environment the environment's name, such as {@code local}
 * @param phase where the process is in its life
 * @param progress what it is doing, in one line for the user; empty when there is nothing to say
 * @param pid its process id
 * @param loadBalancer the load balancer's address, such as {@code http://127.0.0.1:8080}
 * @param timeScale how many times faster than in AWS metric and alarm periods pass; 1 is real time
 * @param console the console's address; empty when none is served
 * @param awsApis the address of AWS's APIs; empty when none are served
 * @param intake the ports of the tracing intake
 * @param warnings what the templates declare that cannot work, one line each
 * @param services the services, by name
 * @param tasks the tasks of all services, those that were last stopped among them
 * @param edges the calls between services, since the start
 * @param alarms the alarms, counted
 * @param telemetry what the store of metrics, logs and traces holds
 * @param tracing the switch and the counts of tracing
 * @param load the requests that the platform sends to its own load balancer
 * @param attached the processes that take the place of services' tasks
 * @param faults the faults that are injected now
 * @param lastFaultEnded when the last of the faults that are over ended
 */
public record PlatformStatus(String environment, Phase phase, String progress, long pid, String loadBalancer,
        int timeScale, String console, String awsApis, IntakePorts intake, List<String> warnings,
        List<ServiceEntry> services,
        List<TaskEntry> tasks, List<EdgeEntry> edges, AlarmCounts alarms, TelemetryUsage telemetry,
        TracingStatus tracing,
        LoadStatus load, List<ServiceAttachment> attached, List<InjectedFault> faults,
        Optional<Instant> lastFaultEnded) {

    /** Where the process is in its life. */
    public enum Phase {
        /** It starts the services; not all are stable yet. */
        STARTING,
        /** All services became stable; from now on the load is sent. */
        RUNNING,
        /** It stops the services. */
        STOPPING
    }

    /** Copies the lists. */
    public PlatformStatus {
        warnings = List.copyOf(warnings);
        services = List.copyOf(services);
        tasks = List.copyOf(tasks);
        edges = List.copyOf(edges);
        attached = List.copyOf(attached);
        faults = List.copyOf(faults);
    }
}
