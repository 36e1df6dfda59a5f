// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

import static io.highlands.telemetry.Dimension.BUCKET_NAME;
import static io.highlands.telemetry.Dimension.DB_CLUSTER_IDENTIFIER;
import static io.highlands.telemetry.Dimension.FILTER_ID;
import static io.highlands.telemetry.Dimension.OPERATION;
import static io.highlands.telemetry.Dimension.QUEUE_NAME;
import static io.highlands.telemetry.Dimension.TABLE_NAME;

/**
 * What AWS publishes of the resources that services declare, every minute (Amazon Aurora User Guide, "Amazon CloudWatch
 * metrics for Amazon Aurora" and "Amazon CloudWatch dimensions for Aurora"; Amazon SQS Developer Guide, "Available
 * CloudWatch metrics for Amazon SQS"; Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions";
 * Amazon S3 User Guide, "Metrics and dimensions", about request metrics).
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

    /** Reads of items that a table throttled. */
    public static final Metric THROTTLED_READS = table("ReadThrottleEvents",
            "items whose read was throttled, those of a batch one by one; not those of indexes; Sum");
    /** Writes of items that a table throttled. */
    public static final Metric THROTTLED_WRITES = table("WriteThrottleEvents",
            "items whose write was throttled, those of a batch one by one; not those of indexes; Sum");
    /** Capacity that reads used. */
    public static final Metric READ_CAPACITY = table("ConsumedReadCapacityUnits",
            "read capacity units used: one is a strongly consistent read of up to 4 KB; Sum");
    /** Capacity that writes used. */
    public static final Metric WRITE_CAPACITY = table("ConsumedWriteCapacityUnits",
            "write capacity units used: one is a write of up to 1 KB; Sum");
    /** Requests that were throttled. */
    public static final Metric THROTTLED_REQUESTS = operation("ThrottledRequests", Unit.COUNT, Kind.COUNTER,
            "requests of which anything was throttled; a batch only where all of it was; Sum");
    /** Requests that DynamoDB failed. */
    public static final Metric TABLE_ERRORS = operation("SystemErrors", Unit.COUNT, Kind.COUNTER,
            "requests that DynamoDB responded to with a status of 500; Sum");
    /** Time of requests to a table. */
    public static final Metric TABLE_LATENCY = operation("SuccessfulRequestLatency", Unit.MILLISECONDS, Kind.GAUGE,
            "time within DynamoDB of requests that succeeded, without the network");

    /** Requests that S3 failed. */
    public static final Metric BUCKET_5XX = bucket("5xxErrors", Unit.COUNT, Kind.COUNTER,
            "requests that S3 failed, 0 or 1 for each: Average is their share, Sum their number");
    /** Requests that S3 refused. */
    public static final Metric BUCKET_4XX = bucket("4xxErrors", Unit.COUNT, Kind.COUNTER,
            "requests that S3 refused, as for an object that is not there; Sum");
    /** Requests to a bucket. */
    public static final Metric BUCKET_REQUESTS = bucket("AllRequests", Unit.COUNT, Kind.COUNTER,
            "requests of every kind; Sum");
    /** Time until S3 begins to respond. */
    public static final Metric FIRST_BYTE_LATENCY = bucket("FirstByteLatency", Unit.MILLISECONDS, Kind.GAUGE,
            "time within S3 from the complete request to the response's first byte");
    /** Time of a request to a bucket. */
    public static final Metric BUCKET_LATENCY = bucket("TotalRequestLatency", Unit.MILLISECONDS, Kind.GAUGE,
            "time from the request's first byte to the response's last one");

    private ResourceMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(DATABASE_CAPACITY, DATABASE_CPU, DATABASE_CONNECTIONS, COMMIT_LATENCY, DEADLOCKS,
                MESSAGES_VISIBLE, MESSAGES_IN_FLIGHT, OLDEST_MESSAGE, MESSAGES_SENT, MESSAGES_DELETED,
                THROTTLED_READS, THROTTLED_WRITES, READ_CAPACITY, WRITE_CAPACITY, THROTTLED_REQUESTS, TABLE_ERRORS,
                TABLE_LATENCY, BUCKET_5XX, BUCKET_4XX, BUCKET_REQUESTS, FIRST_BYTE_LATENCY, BUCKET_LATENCY);
    }

    private static Metric database(String name, Unit unit, String meaning) {
        return Metric.of(Source.RDS, name, unit, Kind.GAUGE, meaning, DB_CLUSTER_IDENTIFIER);
    }

    private static Metric queue(String name, Unit unit, Kind kind, String meaning) {
        return Metric.of(Source.SQS, name, unit, kind, meaning, QUEUE_NAME);
    }

    private static Metric table(String name, String meaning) {
        return Metric.of(Source.DYNAMODB, name, Unit.COUNT, Kind.COUNTER, meaning, TABLE_NAME);
    }

    private static Metric operation(String name, Unit unit, Kind kind, String meaning) {
        return Metric.of(Source.DYNAMODB, name, unit, kind, meaning, TABLE_NAME, OPERATION);
    }

    private static Metric bucket(String name, Unit unit, Kind kind, String meaning) {
        return Metric.of(Source.S3, name, unit, kind, meaning, BUCKET_NAME, FILTER_ID);
    }
}
