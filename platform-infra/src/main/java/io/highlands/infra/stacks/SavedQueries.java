// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.function.Function;

import software.amazon.awscdk.services.logs.CfnQueryDefinition;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;

/** Questions to the logs that runbooks ask, saved under the environment's name in Logs Insights. */
final class SavedQueries {

    private final Construct scope;
    private final MonitoredPlatform platform;

    private SavedQueries(Construct scope, MonitoredPlatform platform) {
        this.scope = scope;
        this.platform = platform;
    }

    static void create(Construct scope, MonitoredPlatform platform) {
        var queries = new SavedQueries(scope, platform);
        queries.save("ErrorsQuery", "errors", queries.groups(MonitoredService::logGroup), """
                fields @timestamp, @log, message, trace_id, request_id
                | filter level = "ERROR" or level = "WARN"
                | sort @timestamp desc
                | limit 100""");
        queries.save("FailedCallsQuery", "failed calls by proxy", queries.groups(MonitoredService::meshLogGroup), """
                filter response_code >= 500
                | stats count() as calls, avg(duration_ms) as ms by @log, authority, path, response_code, upstream_host
                | sort calls desc
                | limit 50""");
        queries.save("SlowCallsQuery", "slowest calls by proxy", queries.groups(MonitoredService::meshLogGroup), """
                fields @timestamp, @log, authority, path, response_code, duration_ms, upstream_service_time, request_id
                | sort duration_ms desc
                | limit 50""");
        queries.save("DeploymentsQuery", "deployments", List.of(platform.eventLogGroup()), """
                fields @timestamp, detail.eventName, resources.0, detail.reason
                | filter `detail-type` = "ECS Deployment State Change"
                | sort @timestamp desc
                | limit 50""");
        queries.save("StoppedTasksQuery", "stopped tasks", List.of(platform.eventLogGroup()), """
                fields @timestamp, detail.group, detail.stopCode, detail.stoppedReason, detail.taskArn
                | filter detail.lastStatus = "STOPPED"
                | sort @timestamp desc
                | limit 50""");
    }

    private List<String> groups(Function<MonitoredService, String> group) {
        return platform.services().stream().map(group).toList();
    }

    private void save(String id, String name, List<String> groups, String query) {
        CfnQueryDefinition.Builder.create(scope, id).name("highlands/" + platform.environment() + '/' + name)
                .logGroupNames(groups).queryString(query).build();
    }
}
