// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Map;
import java.util.Optional;

import software.amazon.awscdk.Stack;

import io.highlands.dashboards.cloudwatch.Links;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.MonitoredUpstream;
import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.ServiceSettings;
import io.highlands.infra.settings.TracingBackend;
import io.highlands.infra.settings.TracingSettings;
import io.highlands.infra.topology.ServiceKind;
import io.highlands.infra.topology.ServiceSpec;

/** An environment as dashboards and alarms see it. */
final class Monitoring {

    private final Environment environment;
    private final Names names;

    Monitoring(Environment environment) {
        this.environment = environment;
        this.names = new Names(environment.name());
    }

    /**
     * What is watched.
     *
     * @param stack
     *            where alarms and dashboards are to be; it names the Region where the environment does not
     * @param loadBalancer
     *            full name of the load balancer, or its token
     * @param targetGroups
     *            full names of the target groups, or their tokens, by service; no more than the stack may refer to
     */
    MonitoredPlatform platform(Stack stack, String loadBalancer, Map<String, String> targetGroups) {
        TracingSettings tracing = environment.tracing();
        var services = environment.topology().services().stream()
                .map(spec -> service(spec, Optional.ofNullable(targetGroups.get(spec.name())))).toList();
        return new MonitoredPlatform(environment.name(), names.cluster(), stack.getRegion(), loadBalancer, services,
                environment.objectives(), environment.thresholds(),
                Optional.of(TracingSidecar.of(tracing.backend()).container()).filter(name -> tracing.enabled()),
                names.logGroup("events"),
                new Links(environment.runbooks(),
                        Optional.of(Links.datadog(tracing.site()))
                                .filter(url -> keeps(tracing, TracingBackend.DATADOG)),
                        keeps(tracing, TracingBackend.AWS)));
    }

    private static boolean keeps(TracingSettings tracing, TracingBackend backend) {
        return tracing.enabled() && tracing.backend() == backend;
    }

    private MonitoredService service(ServiceSpec spec, Optional<String> targetGroup) {
        ServiceSettings settings = environment.settingsOf(spec.name());
        var upstreams = spec.upstreams().stream()
                .map(up -> new MonitoredUpstream(up.service(), environment.topology().timeout(up))).toList();
        return new MonitoredService(spec.name(), spec.name(), spec.routes(), upstreams, spec.deadline(), targetGroup,
                settings.tasks(), settings.size().cpu(), settings.size().memory(), names.logGroup(spec.name()),
                names.logGroup(spec.name(), "mesh"), spec.program().kind() == ServiceKind.HIGHLANDS,
                spec.health());
    }
}
