// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A platform of three services, as tests of measures and dashboards need one. */
public final class SamplePlatform {

    private SamplePlatform() {
    }

    public static MonitoredPlatform create() {
        return create(Optional.empty());
    }

    public static MonitoredPlatform create(Optional<String> sidecar) {
        Duration second = Duration.ofSeconds(1);
        return new MonitoredPlatform("test", "highlands-test", "eu-west-1", "app/entry/0123456789abcdef",
                List.of(service("service-a", 10, List.of("/route", "/time"),
                        List.of(new MonitoredUpstream("service-b", second.multipliedBy(8))), Optional.empty()),
                        service("service-c", 5, List.of("/time"), List.of(), Optional.empty()),
                        service("service-b", 15, List.of("/", "/time"),
                                List.of(new MonitoredUpstream("service-a", second.multipliedBy(11)),
                                        new MonitoredUpstream("service-c", second.multipliedBy(6))),
                                Optional.of("targetgroup/b/0123456789abcdef"))),
                Objectives.DEFAULTS, Thresholds.DEFAULTS, sidecar, "/highlands/test/events",
                new Links("https://example.org/runbooks",
                        sidecar.filter("datadog-agent"::equals).map(name -> "https://app.datadoghq.com"),
                        sidecar.filter("otel-collector"::equals).isPresent()));
    }

    /** A platform of one service, which calls none. */
    public static MonitoredPlatform ofOneService() {
        return new MonitoredPlatform("test", "highlands-test", "eu-west-1", "app/entry/0123456789abcdef",
                List.of(service("only", 10, List.of("/"), List.of(), Optional.of("targetgroup/only/0123456789abcdef"))),
                Objectives.DEFAULTS, Thresholds.DEFAULTS, Optional.empty(), "/highlands/test/events",
                new Links("https://example.org/runbooks", Optional.empty(), false));
    }

    /** The same platform, with only those services that publish the metrics of the starter. */
    public static MonitoredPlatform publishing(String... services) {
        MonitoredPlatform all = create();
        return new MonitoredPlatform(all.environment(), all.cluster(), all.region(), all.loadBalancer(),
                all.services().stream().map(service -> new MonitoredService(service.name(), service.ecsService(),
                        service.routes(), service.upstreams(), service.deadline(), service.targetGroup(),
                        service.tasks(), service.cpu(), service.memory(), service.logGroup(), service.meshLogGroup(),
                        List.of(services).contains(service.name()), service.health())).toList(),
                all.objectives(), all.thresholds(), all.sidecar(), all.eventLogGroup(), all.links());
    }

    public static List<DashboardAlarm> alarms() {
        String prefix = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:highlands-test-";
        var names = new DashboardNames("test");
        return List.of(new DashboardAlarm(prefix + "no-healthy-host", true, Set.of(names.service("service-b"))),
                new DashboardAlarm(prefix + "edge-errors-service-b-service-a", false,
                        Set.of(names.mesh(), names.service("service-b"))));
    }

    private static MonitoredService service(String name, int deadline, List<String> routes,
            List<MonitoredUpstream> upstreams, Optional<String> targetGroup) {
        return new MonitoredService(name, name, routes, upstreams, Duration.ofSeconds(deadline), targetGroup, 1, 512,
                1024, "/highlands/test/" + name, "/highlands/test/" + name + "/mesh", true, "/health");
    }
}
