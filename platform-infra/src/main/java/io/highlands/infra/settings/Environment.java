// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.highlands.dashboards.cloudwatch.Objectives;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.infra.topology.Topology;

/**
 * One environment: its settings, and the services as they run in it.
 *
 * @param name
 *            local, dev, staging or prod
 * @param account
 *            AWS account that it belongs to; default none: whichever the deployer's credentials name
 * @param region
 *            AWS Region; default none: the deployer's
 * @param network
 *            its VPC
 * @param loadBalancer
 *            its entry
 * @param meshAuthority
 *            ARN of the private CA that issues the mesh's certificates (key {@code mesh.certificateAuthority});
 *            default none: no TLS between services
 * @param drain
 *            how long a service goes on serving after SIGTERM, longer than the proxy's own 23 s; default 25s
 * @param logRetentionDays
 *            days that logs are kept; default 30
 * @param keepData
 *            whether logs, images and buckets outlive a deleted stack; default false
 * @param notifications
 *            whom alarms tell (key {@code notify})
 * @param metrics
 *            what the services publish
 * @param objectives
 *            what users were promised (key {@code slo})
 * @param thresholds
 *            where alarms fire (key {@code alarms})
 * @param alarmLevel
 *            whom alarms tell at most (key {@code alarms.level}); default full, and nothing else in prod
 * @param runbooks
 *            URL or path of the folder of runbooks, which alarms link to; default {@code runbooks}, the folder of
 *            the repository
 * @param tracing
 *            the tracing switch
 * @param datadog
 *            dashboard and monitors in Datadog
 * @param gameDays
 *            whether AWS FIS may inject faults here, by a stack of experiments and an agent beside each service; default
 *            false, and refused in prod
 * @param topology
 *            the services with the deadlines of this environment
 * @param services
 *            the other settings of each service, by name
 */
public record Environment(String name, Optional<String> account, Optional<String> region, NetworkSettings network,
        LoadBalancerSettings loadBalancer, Optional<String> meshAuthority, Duration drain, int logRetentionDays,
        boolean keepData, NotifySettings notifications, MetricsSettings metrics, Objectives objectives,
        Thresholds thresholds, AlarmLevel alarmLevel, String runbooks, TracingSettings tracing, DatadogSettings datadog,
        boolean gameDays,
        Topology topology, Map<String, ServiceSettings> services) {

    public ServiceSettings settingsOf(String service) {
        return services.get(service);
    }
}
