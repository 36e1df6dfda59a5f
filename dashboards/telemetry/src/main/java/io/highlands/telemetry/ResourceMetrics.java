// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

import static io.highlands.telemetry.Dimension.DB_CLUSTER_IDENTIFIER;
import static io.highlands.telemetry.Dimension.QUEUE_NAME;

/**
 * What AWS publishes of the resources that services declare, every minute (Amazon Aurora User Guide, "Amazon CloudWatch
 * metrics for Amazon Aurora" and "Amazon CloudWatch dimensions for Aurora"; Amazon SQS Developer Guide, "Available
 * CloudWatch metrics for Amazon SQS").
 */
public final class ResourceMetrics {

    /** Capacity of a serverless database that is in use, of the most that it may grow to. */
    public static final Metric DATABASE_CAPACITY = database("ACUUtilization", Unit.PERCENT,
            "capacity units in use, of the cluster's maximum; at 100 the database grows no further");
    /** Processor of a database. */
    public static final Metric DATABASE_CPU = database("CPUUtilization", Unit.PERCENT,
            "processor used, of the maximum capacity of a serverless database");
    /** Sessions of a database. */
    public static final Metric DATABASE_CONNECTIONS = database("DatabaseConnections", Unit.COUNT,
            "client sessions that are connected");
    /** Time of a commit. */
    public static final Metric COMMIT_LATENCY = database("CommitLatency", Unit.MILLISECONDS,
            "mean time that commits took; not published while nothing commits");
    /** Deadlocks of a database. */
    public static final Metric DEADLOCKS = database("Deadlocks", Unit.NONE, "deadlocks per second");

    /** Messages that wait. */
    public static final Metric MESSAGES_VISIBLE = queue("ApproximateNumberOfMessagesVisible", Unit.COUNT, Kind.GAUGE,
            "messages that wait for a consumer; not published once a queue has been inactive for six hours");
    /** Messages that consumers hold. */
    public static final Metric MESSAGES_IN_FLIGHT = queue("ApproximateNumberOfMessagesNotVisible", Unit.COUNT,
            Kind.GAUGE, "messages that a consumer has received and neither deleted nor given back");
    /** Age of the message that waits longest. */
    public static final Metric OLDEST_MESSAGE = queue("ApproximateAgeOfOldestMessage", Unit.SECONDS, Kind.GAUGE,
            "age of the oldest message that is not deleted");
    /** Messages that producers sent. */
    public static final Metric MESSAGES_SENT = queue("NumberOfMessagesSent", Unit.COUNT, Kind.COUNTER,
            "messages that were added to the queue; Sum");
    /** Messages that consumers deleted. */
    public static final Metric MESSAGES_DELETED = queue("NumberOfMessagesDeleted", Unit.COUNT, Kind.COUNTER,
            "messages that consumers deleted, and so have done; Sum");

    private ResourceMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(DATABASE_CAPACITY, DATABASE_CPU, DATABASE_CONNECTIONS, COMMIT_LATENCY, DEADLOCKS,
                MESSAGES_VISIBLE, MESSAGES_IN_FLIGHT, OLDEST_MESSAGE, MESSAGES_SENT, MESSAGES_DELETED);
    }

    private static Metric database(String name, Unit unit, String meaning) {
        return Metric.of(Source.RDS, name, unit, Kind.GAUGE, meaning, DB_CLUSTER_IDENTIFIER);
    }

    private static Metric queue(String name, Unit unit, Kind kind, String meaning) {
        return Metric.of(Source.SQS, name, unit, kind, meaning, QUEUE_NAME);
    }
}
