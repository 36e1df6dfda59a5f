// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.dashboards.cloudwatch.alarm.AlarmTopics;
import io.highlands.dashboards.cloudwatch.alarm.Severity;
import io.highlands.infra.settings.Environment;

/**
 * Topics that alarms tell: those that the environment names, or else its own, encrypted. Where nothing is of page
 * severity ({@link AlarmLevel#TICKETS}) there are those of tickets only.
 */
final class Topics {

    private static final ServicePrincipal CLOUDWATCH = new ServicePrincipal("cloudwatch.amazonaws.com");

    private final Stack stack;
    private final Environment environment;
    private Key key;

    private Topics(Stack stack, Environment environment) {
        this.stack = stack;
        this.environment = environment;
    }

    static AlarmTopics of(Stack stack, Environment environment) {
        var topics = new Topics(stack, environment);
        var named = environment.notifications();
        if (environment.alarmLevel() == AlarmLevel.TICKETS) {
            List<String> tickets = topics.namedOrOwn(named.ticket(), Severity.TICKET, "TicketTopic");
            return new AlarmTopics(tickets, tickets);
        }
        return new AlarmTopics(topics.namedOrOwn(named.page(), Severity.PAGE, "PageTopic"),
                topics.namedOrOwn(named.ticket(), Severity.TICKET, "TicketTopic"));
    }

    private List<String> namedOrOwn(List<String> named, Severity severity, String id) {
        return named.isEmpty() ? List.of(create(severity, id)) : named;
    }

    private String create(Severity severity, String id) {
        var topic = Topic.Builder.create(stack, id).topicName(new Names(environment.name()).stack(severity.word()))
                .displayName("Highlands %s: %s".formatted(environment.name(), severity.word())).masterKey(key())
                .enforceSsl(true).build();
        // A topic with a policy of its own has lost the one by which its account may publish
        topic.addToResourcePolicy(PolicyStatement.Builder.create().principals(List.of(CLOUDWATCH))
                .actions(List.of("sns:Publish")).resources(List.of(topic.getTopicArn())).conditions(ofThisAccount())
                .build());
        environment.notifications().email()
                .forEach(address -> topic.addSubscription(new EmailSubscription(address)));
        CfnOutput.Builder.create(stack, id + "Arn").description("To subscribe to").value(topic.getTopicArn()).build();
        return topic.getTopicArn();
    }

    /** AWS's own key for SNS cannot be used here: its policy does not let CloudWatch use it, and alarms stay silent. */
    private Key key() {
        if (key == null) {
            key = Key.Builder.create(stack, "TopicKey").description("Alarms of Highlands " + environment.name())
                    .enableKeyRotation(true).removalPolicy(LogGroups.removal(environment)).build();
            key.addToResourcePolicy(PolicyStatement.Builder.create().principals(List.of(CLOUDWATCH))
                    .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*")).resources(List.of("*"))
                    .conditions(ofThisAccount()).build());
        }
        return key;
    }

    private Map<String, Object> ofThisAccount() {
        return Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount()));
    }
}
