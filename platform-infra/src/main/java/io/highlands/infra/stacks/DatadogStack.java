// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.datadog.board.PlatformDashboard;
import io.highlands.dashboards.datadog.monitor.Monitor;
import io.highlands.dashboards.datadog.monitor.Monitors;
import io.highlands.infra.settings.DatadogSettings;
import io.highlands.infra.settings.Environment;

/**
 * What Datadog gets of the environment: dashboard and monitors, by Datadog's own types in CloudFormation's registry
 * (DataDog/datadog-cloudformation-resources), and the logs of services and mesh, by Firehose.
 */
final class DatadogStack extends Stack {

    static final String PART = "datadog";
    private static final String DASHBOARD = "Datadog::Dashboards::Dashboard";
    private static final String MONITOR = "Datadog::Monitors::Monitor";

    DatadogStack(Construct scope, Environment environment, BaseStack base, Collection<ServiceStack> services,
            StackProps props) {
        super(scope, new Names(environment.name()).stack(PART), props);
        DatadogSettings settings = environment.datadog();
        services.forEach(service -> addStackDependency(service));
        MonitoredPlatform platform = new Monitoring(environment).platform(this, base.loadBalancerFullName(),
                ServiceStack.targetGroups(services));
        if (settings.dashboards()) {
            CfnResource.Builder.create(this, "Dashboard").type(DASHBOARD)
                    .properties(Map.of("DashboardDefinition", toJsonString(PlatformDashboard.of(platform)))).build();
        }
        if (settings.monitors()) {
            monitors(Monitors.of(platform, settings.notifications(), environment.alarmLevel()),
                    "highlands-" + environment.name() + '-');
        }
        if (settings.logs()) {
            DatadogLogs.send(this, environment, logGroups(platform));
        }
    }

    private void monitors(List<Monitor> monitors, String prefix) {
        Map<String, CfnResource> made = new HashMap<>();
        for (Monitor monitor : monitors) {
            Map<String, Object> properties = new LinkedHashMap<>();
            monitor.json().forEach((name, value) -> properties.put(pascal(name), pascal(value)));
            properties.put("Query", monitor.query(part -> made.get(part).getRef()));
            made.put(monitor.name(), CfnResource.Builder.create(this, id(monitor.name().substring(prefix.length())))
                    .type(MONITOR).properties(properties).build());
        }
    }

    private static Map<String, String> logGroups(MonitoredPlatform platform) {
        Map<String, String> groups = new LinkedHashMap<>();
        platform.services().forEach(service -> {
            groups.put(Ids.of(service.name(), "Logs"), service.logGroup());
            groups.put(Ids.of(service.name(), "MeshLogs"), service.meshLogGroup());
        });
        return groups;
    }

    /** As alarms are called in their stack. */
    private static String id(String name) {
        return Stream.of(name.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Datadog's types spell the API's names CloudFormation's way. */
    private static Object pascal(Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            return value;
        }
        Map<String, Object> spelt = new LinkedHashMap<>();
        object.forEach((name, member) -> spelt.put(pascal((String) name), pascal(member)));
        return spelt;
    }

    private static String pascal(String name) {
        return Stream.of(name.split("_")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
