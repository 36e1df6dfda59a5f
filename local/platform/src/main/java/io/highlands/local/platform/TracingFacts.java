// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.console.trace.TracingView;
import io.highlands.local.edges.join.AccessLogSource;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceSpec;

/** What the running templates say of tracing, for the console. */
final class TracingFacts {

    private TracingFacts() {
    }

    static TracingView of(Platform platform, OptionalLong sampledAway) {
        List<Map<String, String>> traced = containers(platform).map(ContainerSpec::environment)
                .filter(variables -> Boolean.parseBoolean(variables.get("DD_TRACING_ENABLED"))).toList();
        List<Map<String, String>> sidecars = containers(platform).filter(ContainerSpec::isTracingSidecar)
                .map(ContainerSpec::environment).toList();
        Optional<CollectorConfig> collector = sidecars.stream()
                .map(variables -> variables.get(CollectorConfig.VARIABLE))
                .filter(Objects::nonNull).findFirst().map(CollectorConfig::read);
        return new TracingView(!traced.isEmpty(), traced.isEmpty() ? "" : first(traced, "TRACING_AGENT", "datadog"),
                collector.map(config -> plain(config.samplePercent()))
                        .orElseGet(() -> first(sidecars, "DD_APM_PROBABILISTIC_SAMPLER_SAMPLING_PERCENTAGE", "")),
                first(sidecars, "DD_SITE", ""), collector.map(CollectorConfig::region).orElse(""),
                accessLogs(platform), sampledAway);
    }

    /** Where the proxies of each service log what they were asked. */
    static List<AccessLogSource> accessLogs(Platform platform) {
        return platform.services().stream().flatMap(TracingFacts::accessLog).toList();
    }

    private static String plain(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }

    private static Stream<ContainerSpec> containers(Platform platform) {
        return platform.services().stream().flatMap(service -> service.taskDefinition().containers().stream());
    }

    private static String first(List<Map<String, String>> environments, String name, String otherwise) {
        return environments.stream().map(variables -> variables.get(name)).filter(Objects::nonNull).findFirst()
                .orElse(otherwise);
    }

    private static Stream<AccessLogSource> accessLog(ServiceSpec service) {
        if (service.serviceConnect().log() == null) {
            return Stream.empty();
        }
        String group = service.serviceConnect().log().options().get("awslogs-group");
        return group == null
                ? Stream.empty()
                : Stream.of(new AccessLogSource(service.name(), group, service.serviceConnect().services().stream()
                        .map(ServiceConnectService::dnsName).collect(Collectors.toSet())));
    }
}
