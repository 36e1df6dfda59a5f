// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

/** Names of dimensions. None names an instance: data of several tasks of a service merge. */
public enum Dimension {

    /** Discovery name of the service that publishes, such as service-b. */
    SERVICE("Service", "discovery name of the service that publishes, such as service-b"),
    /** A route as the service declares it, such as /time; never a path that a caller made up. */
    ROUTE("Route", "a route as the service declares it, such as /time; never a path that a caller made up"),
    /** Discovery name of the service that is called. */
    UPSTREAM("Upstream", "discovery name of the service that is called"),
    /** How a request ended; see {@link Status}. */
    STATUS("Status", "how a request ended: 4xx, 5xx or error (no answer)"),
    /** ECS cluster. */
    CLUSTER_NAME("ClusterName", "ECS cluster"),
    /** ECS service. Beside {@link #TARGET_DISCOVERY_NAME} it is the one that calls, else the one that is measured. */
    SERVICE_NAME("ServiceName",
            "ECS service: beside TargetDiscoveryName the one that calls, else the one that is measured"),
    /** Container of a task definition. That of the Service Connect proxy carries a suffix: search for it. */
    CONTAINER_NAME("ContainerName",
            "container of a task definition; that of the Service Connect proxy carries a suffix: search for it"),
    /** Service Connect name of the service that is called, measured by its own proxy. */
    DISCOVERY_NAME("DiscoveryName", "Service Connect name of the service that is called, measured by its own proxy"),
    /** Service Connect name of the service that is called, measured by its callers' proxies. */
    TARGET_DISCOVERY_NAME("TargetDiscoveryName",
            "Service Connect name of the service that is called, measured by its callers' proxies"),
    /** Load balancer: the end of its ARN, app/NAME/ID. */
    LOAD_BALANCER("LoadBalancer", "the end of the load balancer's ARN, app/NAME/ID"),
    /** Target group: the end of its ARN, targetgroup/NAME/ID. */
    TARGET_GROUP("TargetGroup", "the end of the target group's ARN, targetgroup/NAME/ID"),
    /** EventBridge rule. */
    RULE_NAME("RuleName", "EventBridge rule"),
    /** Log group. */
    LOG_GROUP_NAME("LogGroupName", "log group"),
    /** Cluster of a database. */
    DB_CLUSTER_IDENTIFIER("DBClusterIdentifier", "cluster of a database"),
    /** Queue. */
    QUEUE_NAME("QueueName", "queue"),
    /** Table of DynamoDB. */
    TABLE_NAME("TableName", "table of DynamoDB"),
    /** Operation of DynamoDB's API. */
    OPERATION("Operation", "operation of DynamoDB's API, such as GetItem"),
    /** Bucket of S3. */
    BUCKET_NAME("BucketName", "bucket of S3"),
    /** Which of a bucket's requests. */
    FILTER_ID("FilterId", "metrics configuration of a bucket: EntireBucket is of all its requests");

    private final String cloudWatchName;
    private final String meaning;

    Dimension(String cloudWatchName, String meaning) {
        this.cloudWatchName = cloudWatchName;
        this.meaning = meaning;
    }

    /** The name in CloudWatch's API, such as {@code ClusterName}. */
    public String cloudWatchName() {
        return cloudWatchName;
    }

    /** What its values are, in a phrase. */
    String meaning() {
        return meaning;
    }
}
