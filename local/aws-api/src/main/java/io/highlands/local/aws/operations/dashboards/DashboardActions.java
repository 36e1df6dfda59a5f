// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.dashboards;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.cloudwatch.dashboards.Dashboard;
import io.highlands.local.cloudwatch.dashboards.DashboardMessage;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.dashboards.InvalidDashboardException;

/** The operations on dashboards. Bodies come back as they were deployed; only the console divides their periods. */
public final class DashboardActions {

    private static final int ENTRIES = 1000;

    private final DashboardService dashboards;
    private final String arnPrefix;

    private DashboardActions(DashboardService dashboards, String account) {
        this.dashboards = dashboards;
        this.arnPrefix = "arn:aws:cloudwatch::" + account + ":dashboard/";
    }

    /**
     * CloudWatch's operations on dashboards that are served.
     *
     * @param dashboards the service behind them
     * @param account the account in ARNs; dashboards have no Region
     * @return what is served, by name
     */
    public static Map<String, Action> all(DashboardService dashboards, String account) {
        DashboardActions actions = new DashboardActions(dashboards, account);
        return Map.of("PutDashboard", actions::put, "GetDashboard", actions::get, "ListDashboards", actions::list,
                "DeleteDashboards", actions::delete);
    }

    private Map<String, Object> put(Input input) {
        try {
            return Output.of("DashboardValidationMessages",
                    messages(dashboards.put(input.text("DashboardName"), input.text("DashboardBody")))).tree();
        } catch (InvalidDashboardException invalid) {
            throw new AwsError("DashboardInvalidInputError", 400, invalid.getMessage(),
                    Map.of("dashboardValidationMessages", messages(invalid.messages())));
        }
    }

    private static List<Map<String, Object>> messages(List<DashboardMessage> messages) {
        return messages.stream().map(
                message -> Output.of("DataPath", message.dataPath()).with("Message", message.message()).tree())
                .toList();
    }

    private Map<String, Object> get(Input input) {
        String name = input.text("DashboardName");
        Dashboard dashboard = dashboards.find(name)
                .orElseThrow(() -> CloudWatchException.notFound("Dashboard " + name + " does not exist"));
        return Output.of("DashboardArn", arnPrefix + name).with("DashboardBody", dashboard.body())
                .with("DashboardName", name).tree();
    }

    private Map<String, Object> list(Input input) {
        Page<Dashboard> page = Page.of(dashboards.list(input.optionalText("DashboardNamePrefix").orElse("")),
                input.optionalText("NextToken"), ENTRIES, "InvalidParameterValue");
        return Output.of("DashboardEntries", page.items().stream().map(this::entry).toList())
                .with("NextToken", page.next()).tree();
    }

    private Map<String, Object> entry(Dashboard dashboard) {
        return Output.of("DashboardName", dashboard.name()).with("DashboardArn", arnPrefix + dashboard.name())
                .with("LastModified", dashboard.modified())
                .with("Size", dashboard.body().getBytes(StandardCharsets.UTF_8).length).tree();
    }

    private Map<String, Object> delete(Input input) {
        dashboards.delete(input.texts("DashboardNames"));
        return Output.nothing();
    }
}
