// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.ArrayList;
import java.util.List;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.CfnDashboard;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.DashboardAlarm;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.grammar.DashboardGrammar;

/** All dashboards of an environment: overview, mesh, one per service, telemetry. */
public final class Dashboards extends Construct {

    /**
     * Adds the dashboards to the stack.
     *
     * @param scope
     *            what they belong to
     * @param id
     *            name among its siblings
     * @param platform
     *            what they show
     * @param alarms
     *            the alarms that watch it
     * @throws IllegalStateException
     *             where a body breaks the grammar of dashboards, which CloudWatch would answer with an empty panel
     */
    public Dashboards(Construct scope, String id, MonitoredPlatform platform, List<DashboardAlarm> alarms) {
        super(scope, id);
        for (Dashboard dashboard : all(platform, alarms)) {
            String name = dashboard.name();
            CfnDashboard.Builder.create(this, name.substring(name.indexOf('-', "highlands-".length()) + 1))
                    .dashboardName(name).dashboardBody(Stack.of(this).toJsonString(checked(dashboard))).build();
        }
    }

    static List<Dashboard> all(MonitoredPlatform platform, List<DashboardAlarm> alarms) {
        var context = new DashboardContext(platform, alarms);
        List<Dashboard> dashboards = new ArrayList<>();
        dashboards.add(new OverviewDashboard(context).create());
        dashboards.add(new MeshDashboard(context).create());
        context.platform().services()
                .forEach(service -> dashboards.add(new ServiceDashboard(context, service).create()));
        dashboards.add(new TelemetryDashboard(context).create());
        return dashboards;
    }

    private static Object checked(Dashboard dashboard) {
        var body = dashboard.body();
        List<String> faults = DashboardGrammar.check(body);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(dashboard.name() + ": " + String.join("; ", faults));
        }
        return body;
    }
}
