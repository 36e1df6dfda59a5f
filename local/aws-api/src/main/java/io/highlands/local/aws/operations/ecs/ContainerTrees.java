// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Output;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Dependency;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.PortMapping;

/** A container of a task definition as ECS describes it. A secret is shown by what it refers to, never by value. */
final class ContainerTrees {

    private ContainerTrees() {
    }

    static Map<String, Object> container(ContainerSpec spec) {
        Output output = Output.of("name", spec.name()).with("image", spec.image()).with("cpu", spec.cpu())
                .with("memory", spec.memoryMiB()).with("memoryReservation", spec.memoryReservationMiB())
                .with("portMappings", spec.ports().stream().map(ContainerTrees::port).toList())
                .with("essential", spec.essential()).with("environment", environment(spec))
                .with("mountPoints", List.of()).with("volumesFrom", List.of()).with("secrets", secrets(spec))
                .with("dependsOn", spec.dependsOn().stream().map(ContainerTrees::dependency).toList())
                .with("stopTimeout", spec.stopTimeout().toSeconds()).with("user", spec.user())
                .with("workingDirectory", spec.workingDirectory())
                .with("readonlyRootFilesystem", spec.readonlyRoot());
        if (!spec.entryPoint().isEmpty()) {
            output.with("entryPoint", spec.entryPoint());
        }
        if (!spec.command().isEmpty()) {
            output.with("command", spec.command());
        }
        if (spec.log() != null) {
            output.with("logConfiguration", ConnectTrees.log(spec.log()));
        }
        return spec.healthCheck() == null
                ? output.tree()
                : output.with("healthCheck", healthCheck(spec.healthCheck())).tree();
    }

    private static List<Object> environment(ContainerSpec spec) {
        List<Object> variables = new ArrayList<>();
        spec.environment().forEach((name, value) -> variables.add(Output.of("name", name).with("value", value).tree()));
        return variables;
    }

    private static List<Object> secrets(ContainerSpec spec) {
        List<Object> secrets = new ArrayList<>();
        spec.secrets().forEach((name, secret) -> secrets
                .add(Output.of("name", name).with("valueFrom", secret.valueFrom()).tree()));
        return secrets;
    }

    private static Map<String, Object> port(PortMapping port) {
        return Output.of("containerPort", port.containerPort()).with("hostPort", port.containerPort())
                .with("protocol", port.protocol()).with("name", port.name()).with("appProtocol", port.appProtocol())
                .tree();
    }

    private static Map<String, Object> dependency(Dependency dependency) {
        return Output.of("containerName", dependency.container()).with("condition", dependency.condition().name())
                .tree();
    }

    private static Map<String, Object> healthCheck(HealthCheckSpec check) {
        return Output.of("command", check.command()).with("interval", check.interval().toSeconds())
                .with("timeout", check.timeout().toSeconds()).with("retries", check.retries())
                .with("startPeriod", check.startPeriod().toSeconds()).tree();
    }
}
