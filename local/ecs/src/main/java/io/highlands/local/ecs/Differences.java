// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.mesh.Loopback;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Coverage;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.Source;
import io.highlands.local.template.TaskDefinitionSpec;
import io.highlands.local.template.TracingSidecar;

/** Says where a process on this machine differs from a container in AWS. */
final class Differences {

    private static final String TASK = "AWS::ECS::TaskDefinition";
    private static final String SERVICE = "AWS::ECS::Service";
    private static final String CONFIG = "AOT_CONFIG_CONTENT";

    private final List<Coverage.Entry> entries = new ArrayList<>();
    private final boolean byPorts;

    private Differences(Loopback loopback) {
        this.byPorts = loopback == Loopback.PORTS;
    }

    /** The platform's coverage with the differences in place of what the reader says of the same properties. */
    static Coverage addedTo(Platform platform, Loopback loopback) {
        Differences differences = new Differences(loopback);
        platform.services().forEach(differences::service);
        List<Coverage.Entry> kept = platform.coverage().entries().stream()
                .filter(entry -> differences.entries.stream().noneMatch(ours -> samePlace(ours, entry))).toList();
        return new Coverage(kept).plus(differences.entries);
    }

    private static boolean samePlace(Coverage.Entry one, Coverage.Entry other) {
        return one.stack().equals(other.stack()) && one.logicalId().equals(other.logicalId())
                && one.property().equals(other.property());
    }

    private void service(ServiceSpec service) {
        add(service.source(), SERVICE, "NetworkConfiguration", byPorts
                ? "this machine has 127.0.0.1 alone, so proxy and process of task n have ports of it from 20000 + 48 n on; "
                        + "127.77.n.1 and 127.77.n.2 name them and cannot be called; security groups are kept by the mesh"
                : "task n has the addresses 127.77.n.1, its proxy's, and 127.77.n.2, its own; security groups are kept by "
                        + "the mesh");
        add(service.source(), SERVICE, "DesiredCount", "the first tasks of all services start side by side; a service "
                + "waits at most 60 s before it starts a failing task again");
        if (!service.targets().isEmpty()) {
            add(service.source(), SERVICE, "LoadBalancers", "a target is drained as soon as it has no request left");
        }
        TaskDefinitionSpec task = service.taskDefinition();
        add(task.source(), TASK, "Family", "revisions are numbered from 1 with each start; \"highlands down\" forgets "
                + "them, the retained ones too");
        add(task.source(), TASK, "Cpu", "not limited; utilization is that of the containers' processes, so Service "
                + "Connect's proxies, which run in highlands itself, are in no CPU or memory metric");
        add(task.source(), TASK, "Memory", "not limited; a container's memory sizes its heap");
        for (int i = 0; i < task.containers().size(); i++) {
            container(task, task.containers().get(i), "ContainerDefinitions[" + i + "].");
        }
    }

    private void container(TaskDefinitionSpec task, ContainerSpec container, String place) {
        if (container.isTracingSidecar()) {
            sidecar(task, container, place);
            return;
        }
        add(task.source(), TASK, place + "Image", container.isForeign()
                ? "a process of this machine in its place, as services.yaml names it; it listens on a port of 127.0.0.1 that PORT "
                        + "names, and calls its upstreams by addresses in place of their aliases"
                : "a process of " + container.repository()
                        + "/target/image on this machine's JDK; /app alone is the image's, working directory and environment "
                        + "are the container's");
        if (container.environment().containsKey("BIND_ADDRESS")) {
            add(task.source(), TASK, place + "Environment.BIND_ADDRESS",
                    byPorts || container.isForeign()
                            ? "127.0.0.1 and the task's own port"
                            : "the host is the task's own address");
        }
        if (byPorts) {
            add(task.source(), TASK, place + "Environment.*", "MANAGEMENT_SERVER_PORT, added where it is missing, and "
                    + "SERVER_PORT are the task's own ports; ALIAS:PORT of Service Connect in any value has the port of the "
                    + "task's egress");
        }
        for (String variable : ListenerVariables.SPRING_ADDRESSES) {
            if (container.environment().containsKey(variable)) {
                add(task.source(), TASK, place + "Environment." + variable, "the task's own address");
            }
        }
        for (String step : List.of(AwsEnvironment.STEP, AwsEnvironment.REGISTRY_STEP)) {
            step(task, container, place, step);
        }
        add(task.source(), TASK, place + "Environment.AWS_*", "added: AWS_ENDPOINT_URL, AWS_REGION and credentials "
                + "that open nothing but the APIs on this machine");
        if (!container.isForeign()) {
            add(task.source(), TASK, place + "Environment.HIGHLANDS_JVM_OPTIONS", "added: MaxRAM from the container's "
                    + "memory, TieredStopAtLevel=1, the task's hosts file and temporary folder");
        }
        if (container.user() != null) {
            add(task.source(), TASK, place + "User", "runs as the user who started the platform");
        }
        if (container.readonlyRoot()) {
            add(task.source(), TASK, place + "ReadonlyRootFilesystem", "the file system is this machine's");
        }
        if (container.healthCheck() != null) {
            add(task.source(), TASK, place + "HealthCheck.Interval",
                    "250 ms until the first success, then as declared");
        }
        if (container.log() != null) {
            add(task.source(), TASK, place + "LogConfiguration", "goes to its log group (of Options, awslogs-group and "
                    + "awslogs-stream-prefix act), and to logs/SERVICE/TASK/" + container.name()
                    + ".log in the state folder, at most 10 MiB");
        }
        if (!container.secrets().isEmpty()) {
            add(task.source(), TASK, place + "Secrets", "from local values");
        }
    }

    private void step(TaskDefinitionSpec task, ContainerSpec container, String place, String variable) {
        if (container.environment().containsKey(variable)) {
            add(task.source(), TASK, place + "Environment." + variable,
                    "divided by the time scale; published with a resolution of 1 s when that is less than a minute");
        }
    }

    private void sidecar(TaskDefinitionSpec task, ContainerSpec container, String place) {
        add(task.source(), TASK, place + "Image", "no process: the built-in intake takes the sidecar's place, one for "
                + "all tasks; where its ports are not the sidecar's, the services get DD_TRACE_AGENT_URL and "
                + "OTEL_EXPORTER_OTLP_ENDPOINT");
        if (container.tracingSidecar().equals(Optional.of(TracingSidecar.COLLECTOR))) {
            add(task.source(), TASK, place + "Environment." + CONFIG,
                    "filter and probabilistic_sampler are honoured by "
                            + "the intake, but for a span's sampling.priority; memory_limiter, batch, extensions and exporters "
                            + "have no counterpart: spans go to this machine's store");
        }
    }

    private void add(Source source, String type, String property, String note) {
        entries.add(new Coverage.Entry(source.stack(), source.logicalId(), type, property, Coverage.Status.DIFFERS,
                note));
    }
}
