// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import software.amazon.awscdk.services.logs.CfnQueryDefinition;
import software.constructs.Construct;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;

/** Questions to the logs that runbooks ask, saved under the environment's name in Logs Insights. */
final class SavedQueries {

    /** What came through the load balancer has forwarded_for, and may claim any authority. */
    private static final String FROM_THE_MESH = """
            filter coalesce(forwarded_for, "-") = "-"
            """;

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
                fields @timestamp, @log, authority, path, response_code, duration_ms, upstream_service_time, \
                duration_ms - upstream_service_time as proxy_ms, request_id
                | sort duration_ms desc
                | limit 50""");
        queries.save("EdgesQuery", "edges", queries.groups(MonitoredService::meshLogGroup), FROM_THE_MESH + """
                | stats count(*) as requests, avg(duration_ms) as whole_ms, avg(upstream_service_time) as callee_ms, \
                pct(duration_ms, 99) as p99_ms by @log, authority
                | sort requests desc
                | limit 50""");
        queries.save("FailuresByMakerQuery", "failures by maker", queries.groups(MonitoredService::meshLogGroup),
                FROM_THE_MESH + """
                        | filter response_code >= 500 or response_code = 0
                        | fields strcontains(coalesce(upstream_service_time, "-"), "-") as by_proxy
                        | stats count(*) as failures, sum(by_proxy) as made_by_proxy by @log, authority, response_code
                        | sort failures desc
                        | limit 50""");
        queries.save("OneRequestQuery", "one request", queries.allGroups(), """
                filter request_id = "REQUEST-ID"
                | fields @timestamp, @log, coalesce(message, path) as what, authority, response_code, duration_ms, \
                upstream_service_time, upstream_host, trace_id
                | sort @timestamp
                | limit 200""");
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

    private List<String> allGroups() {
        return Stream.concat(groups(MonitoredService::meshLogGroup).stream(),
                groups(MonitoredService::logGroup).stream()).toList();
    }

    private void save(String id, String name, List<String> groups, String query) {
        CfnQueryDefinition.Builder.create(scope, id).name("highlands/" + platform.environment() + '/' + name)
                .logGroupNames(groups).queryString(query).build();
    }
}
