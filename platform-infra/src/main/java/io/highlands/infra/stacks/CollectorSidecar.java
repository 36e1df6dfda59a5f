// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.iam.PolicyStatement;

import io.highlands.infra.settings.ServiceSettings;

/**
 * The AWS Distro for OpenTelemetry Collector beside a service: takes OTLP over HTTP, samples, and sends to X-Ray, from where
 * Transaction Search has the spans. A task goes on without it, and it is restarted where it stands.
 *
 * @see <a href="https://aws-otel.github.io/docs/setup/ecs">ADOT Collector on ECS: {@code AOT_CONFIG_CONTENT} and
 *      {@code /healthcheck}</a>
 */
final class CollectorSidecar {

    static final String NAME = "otel-collector";
    /** The process, as FIS finds it: the image's entry point is {@code /awscollector}. */
    static final String PROCESS = "awscollector";
    /** Pinned, because a collector that changes by itself changes what is measured; OpenTelemetry Collector 0.158.0. */
    static final String IMAGE = "public.ecr.aws/aws-observability/aws-otel-collector:v0.50.0";
    /** The variable that the image takes its configuration from. */
    static final String CONFIG = "AOT_CONFIG_CONTENT";

    /** Of the container's memory, in MiB, what Go's garbage collector keeps below: 80 %, as OpenTelemetry advises. */
    private static final int GO_MEMORY = ServiceSettings.SIDECAR.memory() * 4 / 5;

    private CollectorSidecar() {
    }

    static void add(FargateTaskDefinition task, Deployment deployment, LogDriver logging) {
        task.addToTaskRolePolicy(sendSpans());
        task.addContainer("Collector", collector(task, deployment, logging));
    }

    /**
     * The service's resource attributes, which the Java agent reads itself. The name is {@code launch}'s.
     */
    static Map<String, String> serviceVariables(Deployment deployment) {
        return Map.of("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=%s,service.version=%s"
                .formatted(deployment.environment().name(), deployment.settings().image()));
    }

    /**
     * What the OTLP endpoint asks for, of AWS's policy for it ({@code AWSXrayWriteOnlyAccess}) without the sampling rules,
     * which nothing here reads. X-Ray has no resource to name.
     */
    private static PolicyStatement sendSpans() {
        return PolicyStatement.Builder.create()
                .actions(List.of("xray:PutSpans", "xray:PutSpansForIndexing", "xray:PutTraceSegments"))
                .resources(List.of("*")).build();
    }

    private static ContainerDefinitionOptions collector(FargateTaskDefinition task, Deployment deployment,
            LogDriver logging) {
        Stack stack = Stack.of(task);
        return ContainerDefinitionOptions.builder().containerName(NAME).image(ContainerImage.fromRegistry(IMAGE))
                .essential(false).enableRestartPolicy(true).restartAttemptPeriod(Duration.seconds(60))
                .cpu(ServiceSettings.SIDECAR.cpu()).memoryLimitMiB(ServiceSettings.SIDECAR.memory())
                .readonlyRootFilesystem(true).logging(logging)
                .environment(Map.of("GOMEMLIMIT", GO_MEMORY + "MiB", CONFIG, stack.toJsonString(
                        CollectorConfig.of(deployment.spec().health(), stack.getRegion(),
                                deployment.tracing().sampleRate()))))
                .healthCheck(HealthCheck.builder().command(List.of("CMD", "/healthcheck"))
                        .interval(Duration.seconds(15)).timeout(Duration.seconds(5)).retries(3)
                        .startPeriod(Duration.seconds(60)).build())
                .build();
    }
}
