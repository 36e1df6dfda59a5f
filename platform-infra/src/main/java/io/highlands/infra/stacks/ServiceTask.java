// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.AppProtocol;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerDependency;
import software.amazon.awscdk.services.ecs.ContainerDependencyCondition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

import io.highlands.infra.settings.ServiceSettings;
import io.highlands.infra.topology.ServiceKind;
import io.highlands.infra.topology.TaskSize;

/** The task definition of a service: the service itself, the gate that waits until it is ready, and its sidecars. */
final class ServiceTask {

    /** Name of the port mapping by which the mesh finds the service's port. */
    static final String PORT_NAME = "web";

    private static final String TMP = "tmp";
    private static final String LAUNCH = "/app/launch";
    /** What is left after the drain before the gate is killed. */
    private static final java.time.Duration GATE_MARGIN = java.time.Duration.ofSeconds(5);
    /** User and group that the image declares. */
    private static final String USER = "10001:10001";

    private final Construct scope;
    private final Deployment deployment;
    private final LogGroups logs;
    private final Optional<Role> gameDayRole;

    /**
     * A task definition that is yet to be created.
     *
     * @param scope
     *            the service's stack
     * @param deployment
     *            the service in its environment
     * @param gameDayRole
     *            what a task may do that has registered with Systems Manager; empty where there are no game days
     */
    ServiceTask(Construct scope, Deployment deployment, Optional<Role> gameDayRole) {
        this.scope = scope;
        this.deployment = deployment;
        this.gameDayRole = gameDayRole;
        this.logs = new LogGroups(deployment.environment());
    }

    FargateTaskDefinition create() {
        String service = deployment.spec().name();
        TaskSize size = deployment.settings().size();
        var builder = FargateTaskDefinition.Builder.create(scope, "Task").family(deployment.names().stack(service))
                .cpu(size.cpu()).memoryLimitMiB(size.memory())
                .runtimePlatform(RuntimePlatform.builder().cpuArchitecture(CpuArchitecture.ARM64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX).build());
        gameDayRole.ifPresent(role -> GameDayAgent.allowFaults(builder));
        FargateTaskDefinition task = builder.build();
        keepReplacedRevisions(task);
        nameJar(task);
        task.addToTaskRolePolicy(publishMetrics());
        Stream.concat(deployment.spec().options().statements().stream(),
                deployment.resources().stream().flatMap(resource -> resource.statements().stream()))
                .forEach(statement -> task.addToTaskRolePolicy(PolicyStatement.Builder.create()
                        .actions(statement.actions()).resources(statement.resources()).build()));
        addService(task, logs.driver(logs.create(scope, "Logs", service), "task"));
        deployment.sidecar().ifPresent(sidecar -> sidecar.add(scope, task, deployment, logs));
        // Last, so that positions of the others are the same without it
        gameDayRole.ifPresent(role -> GameDayAgent.add(task, role,
                logs.driver(logs.createSwitchable(scope, "GameDayLogs", service, GameDayAgent.NAME), "task")));
        return task;
    }

    private void addService(FargateTaskDefinition task, LogDriver logging) {
        var foreign = deployment.spec().program().foreign();
        if (foreign.isPresent()) {
            new ForeignContainer(scope, deployment, foreign.get()).add(task, service(logging));
            return;
        }
        ContainerImage image = image();
        task.addVolume(Volume.builder().name(TMP).build());
        ContainerDefinition container = task.addContainer("Service", service(logging).image(image).user(USER)
                .readonlyRootFilesystem(true)
                .healthCheck(HealthCheck.builder().command(List.of("CMD", LAUNCH, "health"))
                        .interval(Duration.seconds(5)).timeout(Duration.seconds(4)).retries(3)
                        .startPeriod(Deployment.seconds(deployment.startGrace())).build())
                .build());
        container.addMountPoints(
                MountPoint.builder().sourceVolume(TMP).containerPath("/tmp").readOnly(false).build());
        task.addContainer("Ready", gate(image, logging)).addContainerDependencies(ContainerDependency.builder()
                .container(container).condition(ContainerDependencyCondition.HEALTHY).build());
    }

    /**
     * CloudFormation deregisters the revision that it replaces, and ECS deploys no revision that is INACTIVE
     * (UpdateService): a roll-back needs it ACTIVE. The last revision goes with its stack.
     */
    private static void keepReplacedRevisions(FargateTaskDefinition task) {
        var options = ((CfnTaskDefinition) task.getNode().getDefaultChild()).getCfnOptions();
        options.setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        options.setDeletionPolicy(CfnDeletionPolicy.DELETE);
    }

    /** The jar from which this machine and {@code highlands images} make the image, as the CDK names assets in metadata. */
    private void nameJar(FargateTaskDefinition task) {
        deployment.spec().program().jar().ifPresent(
                jar -> ((CfnTaskDefinition) task.getNode().getDefaultChild()).addMetadata("highlands:jar", jar));
    }

    /** PutMetricData has no resource to name; the namespace is what can be held to. */
    private PolicyStatement publishMetrics() {
        return PolicyStatement.Builder.create().actions(List.of("cloudwatch:PutMetricData")).resources(List.of("*"))
                .conditions(Map.of("StringEquals",
                        Map.of("cloudwatch:namespace", deployment.names().metricsNamespace())))
                .build();
    }

    private ContainerImage image() {
        var repository = Repository.fromRepositoryName(scope, "Repository",
                Names.repository(deployment.spec().name()));
        return ContainerImage.fromEcrRepository(repository, deployment.settings().image());
    }

    /** The service's container, whatever its image is. */
    private ContainerDefinitionOptions.Builder service(LogDriver logging) {
        TaskSize left = ServiceSettings.application(deployment.settings().size());
        return ContainerDefinitionOptions.builder().containerName(deployment.spec().name())
                .essential(true).cpu(left.cpu()).memoryLimitMiB(left.memory())
                .environment(ServiceVariables.of(deployment))
                .secrets(new ServiceSecrets(scope).of(deployment)).logging(logging)
                .dockerLabels(
                        deployment.sidecar().map(sidecar -> sidecar.serviceLabels(deployment)).orElse(Map.of()))
                .stopTimeout(Deployment.seconds(deployment.stopTimeout()))
                .portMappings(List.of(PortMapping.builder().name(PORT_NAME)
                        .containerPort(deployment.spec().containerPort()).appProtocol(AppProtocol.getHttp()).build()));
    }

    /**
     * Service Connect sends requests to a task as soon as it is RUNNING, ready or not. A task is RUNNING when each of
     * its containers has started, and this one starts only when the service is healthy; it asks once more and ends.
     *
     * <p>
     * Beside a Spring Boot jar, which takes no connection after SIGTERM, it goes on, and after its own SIGTERM for the drain:
     * ECS stops a container when those that depend on it have stopped (API Reference, ContainerDependency).
     */
    private ContainerDefinitionOptions gate(ContainerImage image, LogDriver logging) {
        boolean drains = deployment.spec().program().kind() == ServiceKind.HIGHLANDS;
        var gate = ContainerDefinitionOptions.builder().containerName("ready").image(image).essential(false).cpu(0)
                .memoryLimitMiB(ServiceSettings.GATE_MEMORY).user(USER).readonlyRootFilesystem(true).logging(logging)
                .entryPoint(List.of(LAUNCH)).command(List.of(drains ? "health" : "hold"));
        if (!drains) {
            gate.stopTimeout(Deployment.seconds(deployment.environment().drain().plus(GATE_MARGIN)));
        }
        return gate.environment(ServiceVariables.gate(deployment)).build();
    }
}
