// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.customresources.Provider;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

import io.highlands.infra.settings.Environment;

/**
 * Deploys the clients of back edges once more. A task resolves only endpoints that existed when its deployment began, so
 * a client that was created before its upstream knows nothing of it until then.
 */
final class RefreshStack extends Stack {

    /** Type of the custom resource; local mode performs it by this name. */
    static final String TYPE = "Custom::ServiceConnectRefresh";

    private static final String CODE = "refresh.js";

    private final Environment environment;

    RefreshStack(Construct scope, Environment environment, List<ServiceStack> services, StackProps props) {
        super(scope, new Names(environment.name()).stack("refresh"), props);
        this.environment = environment;
        services.forEach(service -> addStackDependency(service));
        SequencedMap<String, TreeSet<String>> backEdges = environment.topology().backEdges();
        Provider provider = provider(List.copyOf(backEdges.keySet()));
        backEdges.forEach((client, servers) -> refresh(client, servers, provider.getServiceToken()));
    }

    private void refresh(String client, TreeSet<String> servers, String token) {
        // In a fixed order: a template that differs by itself would be deployed again
        SequencedMap<String, Object> properties = new TreeMap<>(
                Map.of("Cluster", new Names(environment.name()).cluster(), "Service", client));
        // What the resource changes with: it runs when it is created, and when a new endpoint comes
        properties.put("Endpoints", String.join(",", servers));
        CustomResource.Builder.create(this, Ids.of(client, "Refresh")).resourceType(TYPE).serviceToken(token)
                .properties(properties).build();
    }

    private Provider provider(List<String> clients) {
        var logs = new LogGroups(environment);
        Function begin = function("Begin", "begin", logs);
        Function isDone = function("IsDone", "isDone", logs);
        List<String> arns = clients.stream().map(this::serviceArn).toList();
        begin.addToRolePolicy(allow("ecs:UpdateService", arns));
        isDone.addToRolePolicy(allow("ecs:DescribeServices", arns));
        return Provider.Builder.create(this, "Provider").onEventHandler(begin).isCompleteHandler(isDone)
                .queryInterval(Duration.seconds(10)).totalTimeout(Duration.minutes(30))
                .logGroup(logs.create(this, "ProviderLogs", "refresh", "provider")).build();
    }

    private Function function(String id, String handler, LogGroups logs) {
        LogGroup group = logs.create(this, id + "Logs", "refresh", handler);
        Role role = Role.Builder.create(this, id + "Role").assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        group.grantWrite(role);
        return Function.Builder.create(this, id).runtime(Runtime.NODEJS_24_X).handler("index." + handler)
                .code(Code.fromInline(Resources.text(CODE))).timeout(Duration.seconds(30)).role(role).logGroup(group)
                .build();
    }

    private String serviceArn(String client) {
        return "arn:%s:ecs:%s:%s:service/%s/%s".formatted(getPartition(), getRegion(), getAccount(),
                new Names(environment.name()).cluster(), client);
    }

    private static PolicyStatement allow(String action, List<String> resources) {
        return PolicyStatement.Builder.create().actions(List.of(action)).resources(resources).build();
    }
}
