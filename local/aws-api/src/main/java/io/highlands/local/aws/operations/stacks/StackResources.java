// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.stacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.template.StackResource;
import io.highlands.local.template.StackSpec;

/** DescribeStackResources, which shows a stack's first hundred, and ListStackResources, which shows all. */
final class StackResources {

    private static final Map<String, Object> NO_DRIFT = Map.of("StackResourceDriftStatus", "NOT_CHECKED");

    private final StackList stacks;

    StackResources(StackList stacks) {
        this.stacks = stacks;
    }

    Map<String, Object> describe(Input input) {
        if (input.has("StackName") == input.has("PhysicalResourceId")) {
            throw new AwsError(StackList.INVALID, "Either StackName or PhysicalResourceId must be specified");
        }
        StackSpec stack = input.has("StackName") ? stacks.require(input.text("StackName")) : holding(input);
        Optional<String> logicalId = input.optionalText("LogicalResourceId");
        List<StackResource> resources = stack.resources().stream()
                .filter(resource -> logicalId.map(resource.source().logicalId()::equals).orElse(true)).toList();
        if (resources.isEmpty()) {
            throw new AwsError(StackList.INVALID,
                    "Resource " + logicalId.orElse("") + " does not exist for stack " + stack.name());
        }
        return Output.of("StackResources",
                resources.stream().limit(StackList.PAGE).map(resource -> tree(stack, resource)).toList()).tree();
    }

    private StackSpec holding(Input input) {
        String id = input.text("PhysicalResourceId");
        return stacks.all().stream()
                .filter(stack -> stack.resources().stream().anyMatch(resource -> resource.physicalId().equals(id)))
                .findFirst()
                .orElseThrow(() -> new AwsError(StackList.INVALID, "Stack for " + id + " does not exist"));
    }

    private Map<String, Object> tree(StackSpec stack, StackResource resource) {
        return common(resource).with("StackName", stack.name()).with("StackId", stack.id())
                .with("Timestamp", stacks.since()).tree();
    }

    Map<String, Object> list(Input input) {
        Page<StackResource> page = StackList.page(input, stacks.require(input.text("StackName")).resources());
        return Output.of("StackResourceSummaries", page.items().stream()
                .map(resource -> common(resource).with("LastUpdatedTimestamp", stacks.since()).tree()).toList())
                .with("NextToken", page.next()).tree();
    }

    private static Output common(StackResource resource) {
        return Output.of("LogicalResourceId", resource.source().logicalId())
                .with("PhysicalResourceId", resource.physicalId()).with("ResourceType", resource.type())
                .with("ResourceStatus", StackList.COMPLETE).with("DriftInformation", NO_DRIFT);
    }
}
