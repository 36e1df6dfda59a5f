// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;

import io.highlands.dashboards.cloudwatch.MonitoredResource;
import io.highlands.dashboards.cloudwatch.ResourceGraph;
import io.highlands.dashboards.cloudwatch.ResourceGraph.Limit;
import io.highlands.dashboards.cloudwatch.ResourceGraph.Line;
import io.highlands.infra.topology.AllowStatement;
import io.highlands.infra.yaml.Section;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.ResourceMetrics;

/**
 * A DynamoDB table with capacity on demand, whose items its service reads and writes.
 *
 * @param partitionKey
 *            the key that says in which partition an item is
 * @param sortKey
 *            the key that orders the items of a partition; empty: each partition key has one item
 */
record DynamoDbTable(Key partitionKey, Optional<Key> sortKey) implements ServiceResource {

    static final String WORD = "dynamodb";

    private static final String PARTITION_KEY = "partitionKey";
    /** DynamoDB Developer Guide, "Quotas": names of keys have at most 255 characters. */
    private static final Pattern KEY = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,254})( number)?");
    private static final String KEY_ALLOWED = "the name of an attribute of text, such as id, or one of numbers, such as 'version number'";
    private static final String READ_PART = "read-throttles";
    private static final String WRITE_PART = "write-throttles";
    /** CloudWatch User Guide, "Recommended alarms": five minutes of ReadThrottleEvents or WriteThrottleEvents. */
    private static final int MINUTES = 5;
    /** Of items alone: what makes, changes or deletes tables is for deployments (Service Authorization Reference, DynamoDB). */
    private static final List<String> ACTIONS = List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query",
            "dynamodb:Scan", "dynamodb:ConditionCheckItem", "dynamodb:PutItem", "dynamodb:UpdateItem",
            "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:DescribeTable");
    /** The operations that most requests are; metrics of requests are published for each. */
    private static final List<String> OPERATIONS = List.of("GetItem", "Query", "PutItem", "UpdateItem");

    /**
     * An attribute that is a key.
     *
     * @param name
     *            name of the attribute
     * @param isNumber
     *            whether its values are numbers; text otherwise
     */
    record Key(String name, boolean isNumber) {

        private static Key of(String text) {
            Matcher matcher = KEY.matcher(text);
            matcher.matches();
            return new Key(matcher.group(1), matcher.group(2) != null);
        }

        private Attribute attribute() {
            return Attribute.builder().name(name).type(isNumber ? AttributeType.NUMBER : AttributeType.STRING).build();
        }
    }

    /** Reads the options. */
    static ServiceResource read(Section section) {
        Key partition = section.text(PARTITION_KEY, KEY, KEY_ALLOWED).map(Key::of)
                .orElseThrow(() -> section.refuse(PARTITION_KEY, "nothing", KEY_ALLOWED));
        Optional<Key> sort = section.text("sortKey", KEY, KEY_ALLOWED).map(Key::of);
        if (sort.filter(key -> key.name().equals(partition.name())).isPresent()) {
            throw section.refuse("sortKey", partition.name(), "another attribute than that of partitionKey");
        }
        return new DynamoDbTable(partition, sort);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> variables(String prefix, boolean only) {
        return List.of(prefix + "_TABLE");
    }

    @Override
    public List<String> alarmParts() {
        return List.of(READ_PART, WRITE_PART);
    }

    @Override
    public Optional<String> gateway() {
        return Optional.of(WORD);
    }

    @Override
    public ProvisionedResource provision(ResourceScope scope) {
        var builder = Table.Builder.create(scope.stack(), scope.id("Table")).partitionKey(partitionKey.attribute())
                .billingMode(BillingMode.PAY_PER_REQUEST).deletionProtection(scope.keepData())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(scope.keepData()).build())
                .removalPolicy(scope.removal());
        sortKey.map(Key::attribute).ifPresent(builder::sortKey);
        Table table = builder.build();
        scope.mark(table);
        scope.keep(table);
        return new ProvisionedResource(Map.of(scope.prefix() + "_TABLE", table.getTableName()), Map.of(),
                List.of(new AllowStatement(ACTIONS, List.of(table.getTableArn()))),
                Optional.of(monitored(scope.name(), table.getTableName())));
    }

    private static MonitoredResource monitored(String name, String table) {
        return new MonitoredResource(name, "DynamoDB table",
                "Whether requests are throttled: SDKs repeat them, so that users first see a longer latency. Latency, throttled"
                        + " requests and errors are those of GetItem, Query, PutItem and UpdateItem.",
                "DynamoDB throttles requests to the table " + name, List.of(
                        new ResourceGraph("Throttled reads", line("read", ResourceMetrics.THROTTLED_READS, table))
                                .with(new Limit(READ_PART, 1, MINUTES)),
                        new ResourceGraph("Throttled writes", line("write", ResourceMetrics.THROTTLED_WRITES, table))
                                .with(new Limit(WRITE_PART, 1, MINUTES)),
                        new ResourceGraph("Capacity used", line("read", ResourceMetrics.READ_CAPACITY, table),
                                line("written", ResourceMetrics.WRITE_CAPACITY, table)),
                        new ResourceGraph("Latency", lines(ResourceMetrics.TABLE_LATENCY, table, "Average")),
                        new ResourceGraph("Throttled requests",
                                lines(ResourceMetrics.THROTTLED_REQUESTS, table, "Sum")),
                        new ResourceGraph("Errors of DynamoDB", lines(ResourceMetrics.TABLE_ERRORS, table, "Sum"))));
    }

    private static Line line(String label, Metric metric, String table) {
        return new Line(label, metric.with(Dimension.TABLE_NAME, table), "Sum");
    }

    private static Line[] lines(Metric metric, String table, String statistic) {
        return OPERATIONS.stream().map(operation -> new Line(operation,
                metric.with(Dimension.TABLE_NAME, table, Dimension.OPERATION, operation), statistic))
                .toArray(Line[]::new);
    }
}
