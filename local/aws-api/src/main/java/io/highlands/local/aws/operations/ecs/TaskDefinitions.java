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

/**
 * ListTaskDefinitions, DescribeTaskDefinition and DeregisterTaskDefinition: all that were registered since the platform
 * began.
 */
final class TaskDefinitions {

    private static final int STANDARD = 100;
    private static final String ACTIVE = "ACTIVE";
    private static final String UNKNOWN = "Unable to describe task definition.";

    private final Fleet fleet;

    TaskDefinitions(Fleet fleet) {
        this.fleet = fleet;
    }

    Map<String, Object> list(Input input) {
        String family = input.optionalText("familyPrefix").orElse("");
        String status = input.optionalText("status").orElse(ACTIVE);
        Comparator<TaskDefinitionRevision> order = Comparator
                .comparing((TaskDefinitionRevision revision) -> revision.definition().family())
                .thenComparingInt(TaskDefinitionRevision::number);
        List<String> arns = fleet.runtime().taskDefinitions().all().stream()
                .filter(revision -> status(revision).equals(status))
                .filter(revision -> family.isEmpty() || revision.definition().family().equals(family))
                .sorted(input.optionalText("sort").orElse("ASC").equals("DESC") ? order.reversed() : order)
                .map(revision -> fleet.taskDefinitionArn(revision.name())).toList();
        Page<String> page = Fleet.page(input, arns, STANDARD);
        return Output.of("taskDefinitionArns", page.items()).with("nextToken", page.next()).tree();
    }

    Map<String, Object> describe(Input input) {
        TaskDefinitionRevision revision = fleet.revision(input.text("taskDefinition"))
                .orElseThrow(() -> new AwsError("ClientException", UNKNOWN));
        Output output = Output.of("taskDefinition", tree(revision));
        return input.texts("include").isEmpty() ? output.tree() : output.with("tags", List.of()).tree();
    }

    /** Only a revision can be deregistered, and not a family; the words are those of moto's {@code ecs/exceptions.py}. */
    Map<String, Object> deregister(Input input) {
        String given = input.text("taskDefinition");
        if (given.substring(given.lastIndexOf('/') + 1).indexOf(':') < 0) {
            throw new AwsError("ClientException", "Revision is missing.");
        }
        TaskDefinitionRevision revision = fleet.revision(given)
                .orElseThrow(() -> new AwsError("ClientException", UNKNOWN));
        return Output.of("taskDefinition", tree(fleet.runtime().taskDefinitions().deregister(revision.name()))).tree();
    }

    private static String status(TaskDefinitionRevision revision) {
        return revision.isActive() ? ACTIVE : "INACTIVE";
    }

    private Map<String, Object> tree(TaskDefinitionRevision revision) {
        TaskDefinitionSpec definition = revision.definition();
        List<Object> containers = new ArrayList<>();
        definition.containers().forEach(container -> containers.add(ContainerTrees.container(container)));
        Output output = Output.of("taskDefinitionArn", fleet.taskDefinitionArn(revision.name()))
                .with("containerDefinitions", containers).with("family", definition.family())
                .with("networkMode", "awsvpc").with("revision", revision.number()).with("volumes", List.of())
                .with("status", status(revision)).with("placementConstraints", List.of())
                .with("compatibilities", List.of("EC2", "FARGATE"))
                .with("requiresCompatibilities", List.of("FARGATE"))
                .with("cpu", Integer.toString(definition.cpu()))
                .with("memory", Integer.toString(definition.memoryMiB()))
                .with("registeredAt", revision.registeredAt());
        return revision.isActive() ? output.tree() : output.with("deregisteredAt", revision.deregisteredAt()).tree();
    }
}
