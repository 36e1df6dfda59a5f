// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerDependency;
import software.amazon.awscdk.services.ecs.ContainerDependencyCondition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.Protocol;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Volume;

import io.highlands.infra.settings.ServiceSettings;
import io.highlands.infra.settings.TracingSettings;

/**
 * The Datadog agent beside a service: takes traces in either protocol and DogStatsD, samples, and sends. A task goes on
 * without it, and it is restarted where it stands.
 */
final class DatadogSidecar {

    static final String NAME = "datadog-agent";
    /** Pinned, because an agent that changes by itself changes what is measured. */
    static final String IMAGE = "public.ecr.aws/datadog/agent:7.84.6";

    /**
     * Traces that nobody asked for, by the name of their first span: health checks, and the calls by which a service
     * publishes its metrics, as either Java agent names them.
     */
    private static final String IGNORED = "^GET %s$,^POST$,^POST /service/.*PutMetricData$,"
            + "^CloudWatch\\.PutMetricData$";

    private static final int TRACES = 8126;
    private static final int DOGSTATSD = 8125;
    private static final int OTLP_HTTP = 4318;
    private static final String INIT = NAME + "-init";
    private static final String CONFIG_VOLUME = "datadog-config";
    private static final String CONFIG = "/etc/datadog-agent";
    /**
     * What the agent writes to. Only the configuration has content to copy; the others begin empty (Datadog,
     * containers/guide/readonly-root-filesystem).
     */
    private static final Map<String, String> WRITABLE = new TreeMap<>(Map.of(CONFIG_VOLUME, CONFIG, "datadog-run",
            "/opt/datadog-agent/run", "datadog-logs", "/var/log/datadog", "datadog-sockets", "/var/run/datadog",
            "datadog-tmp", "/tmp"));

    private DatadogSidecar() {
    }

    static void add(FargateTaskDefinition task, Deployment deployment, LogDriver logging) {
        WRITABLE.keySet().forEach(volume -> task.addVolume(Volume.builder().name(volume).build()));
        ContainerDefinition init = task.addContainer("DatadogInit", init(logging));
        init.addMountPoints(mount(CONFIG_VOLUME, "/agent-config"));
        ContainerDefinition agent = task.addContainer("Datadog", agent(task, deployment, logging));
        WRITABLE.forEach((volume, path) -> agent.addMountPoints(mount(volume, path)));
        agent.addContainerDependencies(ContainerDependency.builder().container(init)
                .condition(ContainerDependencyCondition.SUCCESS).build());
    }

    /** Datadog's unified service tags, for the service and its sidecar alike. */
    static SequencedMap<String, String> serviceTags(Deployment deployment) {
        SequencedMap<String, String> tags = new TreeMap<>();
        tags.put("DD_ENV", deployment.environment().name());
        tags.put("DD_SERVICE", deployment.spec().name());
        tags.put("DD_VERSION", deployment.settings().image());
        return tags;
    }

    /** The same tags as labels, by which the agent tags a container's own metrics. */
    static Map<String, String> labels(Deployment deployment) {
        Map<String, String> labels = new TreeMap<>();
        serviceTags(deployment).forEach((name, value) -> labels
                .put("com.datadoghq.tags." + name.substring("DD_".length()).toLowerCase(Locale.ROOT), value));
        return labels;
    }

    static SequencedMap<String, String> variables(Deployment deployment) {
        var tracing = deployment.tracing();
        SequencedMap<String, String> variables = serviceTags(deployment);
        variables.put("ECS_FARGATE", "true");
        variables.put("DD_ECS_TASK_COLLECTION_ENABLED", "true");
        variables.put("DD_SITE", tracing.site());
        variables.put("DD_CLUSTER_NAME", deployment.names().cluster());
        variables.put("DD_DOGSTATSD_NON_LOCAL_TRAFFIC", "true");
        variables.put("DD_DOGSTATSD_TAG_CARDINALITY", "orchestrator");
        variables.put("DD_APM_TARGET_TPS", tracesFromTracer(tracing));
        variables.put("DD_APM_ERROR_TPS", Integer.toString(tracing.maxTracesPerSecond()));
        variables.put("DD_APM_PROBABILISTIC_SAMPLER_ENABLED", "true");
        variables.put("DD_APM_PROBABILISTIC_SAMPLER_SAMPLING_PERCENTAGE", percent(tracing.sampleRate()));
        variables.put("DD_APM_IGNORE_RESOURCES",
                IGNORED.formatted(deployment.spec().health().replace(".", "\\.")));
        variables.put("DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT", "0.0.0.0:" + OTLP_HTTP);
        return variables;
    }

    private static ContainerDefinitionOptions init(LogDriver logging) {
        return ContainerDefinitionOptions.builder().containerName(INIT).image(ContainerImage.fromRegistry(IMAGE))
                .essential(false).cpu(0).readonlyRootFilesystem(true).logging(logging)
                .entryPoint(List.of("/bin/sh", "-c")).command(List.of("cp -R " + CONFIG + "/. /agent-config/"))
                .build();
    }

    private static ContainerDefinitionOptions agent(FargateTaskDefinition task, Deployment deployment,
            LogDriver logging) {
        var apiKey = software.amazon.awscdk.services.secretsmanager.Secret.fromSecretNameV2(task, "ApiKey",
                deployment.tracing().apiKeySecret());
        return ContainerDefinitionOptions.builder().containerName(NAME).image(ContainerImage.fromRegistry(IMAGE))
                .essential(false).enableRestartPolicy(true).restartAttemptPeriod(Duration.seconds(60))
                .cpu(ServiceSettings.SIDECAR.cpu()).memoryLimitMiB(ServiceSettings.SIDECAR.memory())
                .readonlyRootFilesystem(true).logging(logging).environment(variables(deployment))
                .secrets(Map.of("DD_API_KEY", Secret.fromSecretsManager(apiKey)))
                .portMappings(List.of(port("datadog-traces", TRACES, Protocol.TCP),
                        port("datadog-statsd", DOGSTATSD, Protocol.UDP), port("otlp-http", OTLP_HTTP, Protocol.TCP)))
                .healthCheck(HealthCheck.builder().command(List.of("CMD", "/probe.sh")).interval(Duration.seconds(15))
                        .timeout(Duration.seconds(5)).retries(3).startPeriod(Duration.seconds(60)).build())
                .build();
    }

    private static PortMapping port(String name, int port, Protocol protocol) {
        return PortMapping.builder().name(name).containerPort(port).protocol(protocol).build();
    }

    private static MountPoint mount(String volume, String path) {
        return MountPoint.builder().sourceVolume(volume).containerPath(path).readOnly(false).build();
    }

    /** The tracer thins out before the sidecar keeps its share, so this many arrive for the ceiling to be left. */
    private static String tracesFromTracer(TracingSettings tracing) {
        double share = tracing.sampleRate() > 0 ? tracing.sampleRate() : 1;
        return Long.toString(Math.round(tracing.maxTracesPerSecond() / share));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
