// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.resource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;

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
 * An SQS queue that its service sends to and receives from, with a queue for what it could not process.
 *
 * @param visibilityTimeout
 *            how long a consumer has for a message before another gets it
 * @param maxReceives
 *            how often a message is received before it goes to the dead-letter queue
 * @param maxAge
 *            age of the oldest message from which somebody is told
 */
record SqsQueue(Duration visibilityTimeout, int maxReceives, Duration maxAge) implements ServiceResource {

    static final String WORD = "sqs";

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** SQS API Reference, CreateQueue, VisibilityTimeout: 12 hours. */
    private static final Duration MAX_TIMEOUT = Duration.ofHours(12);
    private static final int DEFAULT_RECEIVES = 5;
    /** SQS Developer Guide, "Amazon SQS message quotas": maxReceiveCount 1 to 1,000. */
    private static final int MAX_RECEIVES = 1000;
    /** Messages that failed wait for a person, and 14 days are the most (CreateQueue, MessageRetentionPeriod). */
    private static final int DEAD_LETTER_DAYS = 14;
    /** Long polling spends fewer requests, and 20 s are the most (CreateQueue, ReceiveMessageWaitTimeSeconds). */
    private static final int WAIT_SECONDS = 20;
    private static final int MINUTES = 5;
    private static final String AGE_PART = "age";
    private static final String DEAD_LETTERS_PART = "dead-letters";
    private static final List<String> ACTIONS = List.of("sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage",
            "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl");

    /** Reads the options. */
    static ServiceResource read(Section section) {
        return new SqsQueue(
                section.duration("visibilityTimeout", SECOND, MAX_TIMEOUT).orElse(Duration.ofSeconds(30)),
                section.whole("maxReceives", DEFAULT_RECEIVES, 1, MAX_RECEIVES),
                section.duration("maxAge", Duration.ofMinutes(1), Duration.ofDays(1))
                        .orElse(Duration.ofMinutes(15)));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> variables(String prefix, boolean only) {
        return List.of(prefix + "_QUEUE_URL");
    }

    @Override
    public List<String> alarmParts() {
        return List.of(AGE_PART, DEAD_LETTERS_PART);
    }

    @Override
    public ProvisionedResource provision(ResourceScope scope) {
        Queue dead = queue(scope, "DeadLetters")
                .retentionPeriod(software.amazon.awscdk.Duration.days(DEAD_LETTER_DAYS)).build();
        Queue queue = queue(scope, "Queue")
                .visibilityTimeout(software.amazon.awscdk.Duration.seconds(visibilityTimeout.toSeconds()))
                .receiveMessageWaitTime(software.amazon.awscdk.Duration.seconds(WAIT_SECONDS))
                .deadLetterQueue(DeadLetterQueue.builder().queue(dead).maxReceiveCount(maxReceives).build()).build();
        scope.mark(queue);
        scope.keep(dead);
        scope.keep(queue);
        return new ProvisionedResource(Map.of(scope.prefix() + "_QUEUE_URL", queue.getQueueUrl()), Map.of(),
                List.of(new AllowStatement(ACTIONS, List.of(queue.getQueueArn()))),
                Optional.of(monitored(scope.name(), queue.getQueueName(), dead.getQueueName())));
    }

    private static Queue.Builder queue(ResourceScope scope, String suffix) {
        return Queue.Builder.create(scope.stack(), scope.id(suffix)).encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }

    private MonitoredResource monitored(String name, String queue, String dead) {
        return new MonitoredResource(name, "Queue",
                "Whether consumers keep up. A message that was received too often is a dead letter.",
                "Messages of the queue %s wait too long, or are dead letters".formatted(name), List.of(
                        new ResourceGraph("Oldest message",
                                line("age", ResourceMetrics.OLDEST_MESSAGE, queue, "Maximum"))
                                .with(new Limit(AGE_PART, maxAge.toSeconds(), MINUTES)),
                        new ResourceGraph("Dead letters",
                                line("dead letters", ResourceMetrics.MESSAGES_VISIBLE, dead, "Maximum"))
                                .with(new Limit(DEAD_LETTERS_PART, 1, 1)),
                        new ResourceGraph("Messages",
                                line("waiting", ResourceMetrics.MESSAGES_VISIBLE, queue, "Maximum"),
                                line("with consumers", ResourceMetrics.MESSAGES_IN_FLIGHT, queue, "Maximum")),
                        new ResourceGraph("Sent and done", line("sent", ResourceMetrics.MESSAGES_SENT, queue, "Sum"),
                                line("done", ResourceMetrics.MESSAGES_DELETED, queue, "Sum"))));
    }

    private static Line line(String label, Metric metric, String queue, String statistic) {
        return new Line(label, metric.with(Dimension.QUEUE_NAME, queue), statistic);
    }
}
