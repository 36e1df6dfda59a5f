// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

/** Who publishes a metric, and under which namespace. */
public enum Source {

    /** The platform itself: its services, and metric filters over its logs. One namespace per environment. */
    HIGHLANDS("Highlands/ENV", "what the services publish"),
    /** ECS and Service Connect. */
    ECS("AWS/ECS", "Amazon ECS and Service Connect"),
    /** Container Insights with enhanced observability. */
    CONTAINER_INSIGHTS("ECS/ContainerInsights", "Container Insights with enhanced observability"),
    /** Application load balancers. */
    LOAD_BALANCER("AWS/ApplicationELB", "Application Load Balancer"),
    /** EventBridge. */
    EVENTS("AWS/Events", "Amazon EventBridge"),
    /** CloudWatch Logs. */
    LOGS("AWS/Logs", "Amazon CloudWatch Logs"),
    /** Aurora, a part of RDS. */
    RDS("AWS/RDS", "Amazon Aurora"),
    /** SQS. */
    SQS("AWS/SQS", "Amazon SQS"),
    /** DynamoDB. */
    DYNAMODB("AWS/DynamoDB", "Amazon DynamoDB"),
    /** S3. */
    S3("AWS/S3", "Amazon S3");

    private final String namespace;
    private final String title;

    Source(String namespace, String title) {
        this.namespace = namespace;
        this.title = title;
    }

    /**
     * The namespace in CloudWatch.
     *
     * @param environment such as prod
     * @return such as Highlands/prod, or AWS's own, which is the same in every environment
     */
    public String namespace(String environment) {
        return namespace.replace("ENV", environment);
    }

    /** As it is headed on the reference page. */
    String title() {
        return title;
    }

    /** The namespace with the placeholder ENV. */
    String pattern() {
        return namespace;
    }
}
