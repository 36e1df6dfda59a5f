// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.DashboardAlarm;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.dashboards.cloudwatch.alarm.Alarms;
import io.highlands.dashboards.cloudwatch.board.Dashboards;
import io.highlands.infra.settings.Environment;

/** Dashboards, alarms, whom they tell, and the log of what ECS tells. The last stack: it watches all others. */
final class ObservabilityStack extends Stack {

    ObservabilityStack(Construct scope, Environment environment, BaseStack base, Collection<ServiceStack> services,
            Optional<ResourcesStack> resources, StackProps props) {
        super(scope, new Names(environment.name()).stack("observability"), props);
        services.forEach(service -> addStackDependency(service));
        MonitoredPlatform platform = new Monitoring(environment).platform(this, base.loadBalancerFullName(),
                ServiceStack.targetGroups(services)).with(
                        service -> service.with(
                                resources.map(made -> made.monitored(service.name())).orElse(List.of())));
        ClusterEvents.create(this, environment);
        List<DashboardAlarm> alarms = environment.alarmLevel() == AlarmLevel.NONE
                ? List.of()
                : Alarms.create(this, platform, Topics.of(this, environment), environment.alarmLevel());
        new Dashboards(this, "Boards", platform, alarms);
        SavedQueries.create(this, platform);
    }
}
