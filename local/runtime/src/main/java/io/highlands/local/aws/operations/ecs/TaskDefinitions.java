// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.ecs.TaskDefinitionRevision;
import io.highlands.local.template.TaskDefinitionSpec;

/** ListTaskDefinitions and DescribeTaskDefinition: all that were registered since the platform began. */
final class TaskDefinitions {

    private static final int STANDARD = 100;

    private final Fleet fleet;

    TaskDefinitions(Fleet fleet) {
        this.fleet = fleet;
    }

    Map<String, Object> list(Input input) {
        String family = input.optionalText("familyPrefix").orElse("");
        boolean active = input.optionalText("status").orElse("ACTIVE").equals("ACTIVE");
        Comparator<TaskDefinitionRevision> order = Comparator
                .comparing((TaskDefinitionRevision revision) -> revision.definition().family())
                .thenComparingInt(TaskDefinitionRevision::number);
        List<String> arns = fleet.runtime().taskDefinitions().stream()
                .filter(revision -> active && (family.isEmpty() || revision.definition().family().equals(family)))
                .sorted(input.optionalText("sort").orElse("ASC").equals("DESC") ? order.reversed() : order)
                .map(revision -> fleet.taskDefinitionArn(revision.name())).toList();
        Page<String> page = Fleet.page(input, arns, STANDARD);
        return Output.of("taskDefinitionArns", page.items()).with("nextToken", page.next()).tree();
    }

    Map<String, Object> describe(Input input) {
        TaskDefinitionRevision revision = fleet.revision(input.text("taskDefinition"))
                .orElseThrow(() -> new AwsError("ClientException", "Unable to describe task definition."));
        Output output = Output.of("taskDefinition", tree(revision));
        return input.texts("include").isEmpty() ? output.tree() : output.with("tags", List.of()).tree();
    }

    private Map<String, Object> tree(TaskDefinitionRevision revision) {
        TaskDefinitionSpec definition = revision.definition();
        List<Object> containers = new ArrayList<>();
        definition.containers().forEach(container -> containers.add(ContainerTrees.container(container)));
        return Output.of("taskDefinitionArn", fleet.taskDefinitionArn(revision.name()))
                .with("containerDefinitions", containers).with("family", definition.family())
                .with("networkMode", "awsvpc").with("revision", revision.number()).with("volumes", List.of())
                .with("status", "ACTIVE").with("placementConstraints", List.of())
                .with("compatibilities", List.of("EC2", "FARGATE"))
                .with("requiresCompatibilities", List.of("FARGATE"))
                .with("cpu", Integer.toString(definition.cpu()))
                .with("memory", Integer.toString(definition.memoryMiB()))
                .with("registeredAt", revision.registeredAt()).tree();
    }
}
