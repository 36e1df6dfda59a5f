// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.highlands.dashboards.cloudwatch.Links;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.MonitoredUpstream;
import io.highlands.dashboards.cloudwatch.Objectives;
import io.highlands.dashboards.cloudwatch.Thresholds;

/** Two services of which one calls the other and is public. */
public final class SamplePlatform {

    private SamplePlatform() {
    }

    /** The platform with the Datadog agent as sidecar. */
    public static MonitoredPlatform traced() {
        return create(Optional.of("datadog-agent"));
    }

    /** The platform with the ADOT Collector as sidecar. */
    public static MonitoredPlatform tracedInCloudWatch() {
        return create(Optional.of("otel-collector"));
    }

    /** With tracing off. */
    public static MonitoredPlatform untraced() {
        return create(Optional.empty());
    }

    private static MonitoredPlatform create(Optional<String> sidecar) {
        return new MonitoredPlatform("test", "highlands-test", "eu-west-1", "app/entry/0123456789abcdef",
                List.of(service("service-a", 10, List.of(), Optional.empty()),
                        service("service-b", 15, List.of(new MonitoredUpstream("service-a", Duration.ofSeconds(11))),
                                Optional.of("targetgroup/b/0123456789abcdef"))),
                Objectives.DEFAULTS, Thresholds.DEFAULTS, sidecar, "/highlands/test/events",
                new Links("https://example.org/runbooks",
                        sidecar.filter("datadog-agent"::equals).map(name -> "https://app.datadoghq.com"), false));
    }

    private static MonitoredService service(String name, int deadline, List<MonitoredUpstream> upstreams,
            Optional<String> targetGroup) {
        return new MonitoredService(name, name, List.of("/time"), upstreams, Duration.ofSeconds(deadline), targetGroup,
                2, 512, 1024, "/highlands/test/" + name, "/highlands/test/" + name + "/mesh", true, "/health");
    }
}
