// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

/** Names of dimensions. None names an instance: data of several tasks of a service merge. */
public enum Dimension {

    /** Discovery name of the service that publishes, such as service-b. */
    SERVICE("Service"),
    /** A route as the service declares it, such as /time; never a path that a caller made up. */
    ROUTE("Route"),
    /** Discovery name of the service that is called. */
    UPSTREAM("Upstream"),
    /** How a request ended; see {@link Status}. */
    STATUS("Status"),
    /** ECS cluster. */
    CLUSTER_NAME("ClusterName"),
    /** ECS service. Beside {@link #TARGET_DISCOVERY_NAME} it is the one that calls, else the one that is measured. */
    SERVICE_NAME("ServiceName"),
    /** Container of a task definition. That of the Service Connect proxy carries a suffix: search for it. */
    CONTAINER_NAME("ContainerName"),
    /** Service Connect name of the service that is called, measured by its own proxy. */
    DISCOVERY_NAME("DiscoveryName"),
    /** Service Connect name of the service that is called, measured by its callers' proxies. */
    TARGET_DISCOVERY_NAME("TargetDiscoveryName"),
    /** Load balancer: the end of its ARN, app/NAME/ID. */
    LOAD_BALANCER("LoadBalancer"),
    /** Target group: the end of its ARN, targetgroup/NAME/ID. */
    TARGET_GROUP("TargetGroup"),
    /** EventBridge rule. */
    RULE_NAME("RuleName"),
    /** Log group. */
    LOG_GROUP_NAME("LogGroupName");

    private final String cloudWatchName;

    Dimension(String cloudWatchName) {
        this.cloudWatchName = cloudWatchName;
    }

    /** The name in CloudWatch's API, such as {@code ClusterName}. */
    public String cloudWatchName() {
        return cloudWatchName;
    }
}
