// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.TaskDefinitionSpec;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads task definitions. */
final class TaskDefinitions {

    /** Metadata of a task definition in whose service's place a process of this machine runs. */
    private static final String PROCESS = "highlands:process";

    private TaskDefinitions() {
    }

    /** All task definitions by ARN. */
    static Map<String, TaskDefinitionSpec> read(Inventory inventory) {
        Map<String, TaskDefinitionSpec> definitions = new HashMap<>();
        for (Properties definition : inventory.all("AWS::ECS::TaskDefinition")) {
            definitions.put(definition.ref(), definition(definition));
        }
        return definitions;
    }

    private static TaskDefinitionSpec definition(Properties definition) {
        String mode = definition.text("NetworkMode", "bridge");
        if (!mode.equals("awsvpc")) {
            throw definition.error("NetworkMode", "'" + mode + "' cannot be run on Fargate; allowed: awsvpc");
        }
        if (!definition.texts("RequiresCompatibilities").contains("FARGATE")) {
            throw definition.error("RequiresCompatibilities", "does not name FARGATE");
        }
        List<ContainerSpec> containers = new ArrayList<>();
        for (Properties container : definition.children("ContainerDefinitions")) {
            if (!ContainerReader.isGameDayAgent(container.text("Image"))) {
                ContainerSpec read = new ContainerReader(container).read();
                containers.add(definition.hasMetadata(PROCESS) ? read.withoutRepository() : read);
            }
        }
        TaskSize size = TaskSize.read(definition);
        size.check(definition, containers);
        ContainerRules.check(definition, containers);
        AwslogsRules.check(definition, containers);
        return new TaskDefinitionSpec(definition.source(), definition.text("Family", family(definition.ref())),
                size.cpu(), size.memoryMiB(), containers, definition.retainedWhenReplaced());
    }

    private static String family(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1, arn.lastIndexOf(':'));
    }
}
