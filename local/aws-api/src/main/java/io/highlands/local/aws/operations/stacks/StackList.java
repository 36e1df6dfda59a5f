// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.stacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.StackOutput;
import io.highlands.local.template.StackSpec;

/** DescribeStacks, ListStacks and ListExports: all stacks are complete, since what is not is no platform. */
final class StackList {

    static final String INVALID = "ValidationError";

    static final String COMPLETE = "CREATE_COMPLETE";

    static final Map<String, Object> NO_DRIFT = Map.of("StackDriftStatus", "NOT_CHECKED");

    static final int PAGE = 100;

    private final Infrastructure infrastructure;

    StackList(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    Instant since() {
        return infrastructure.since();
    }

    /** The stacks, the latest first. */
    List<StackSpec> all() {
        return infrastructure.stacks().get().all().reversed();
    }

    /** A stack by name or id. */
    StackSpec require(String given) {
        return all().stream().filter(stack -> stack.name().equals(given) || stack.id().equals(given)).findFirst()
                .orElseThrow(() -> new AwsError(INVALID, "Stack with id " + given + " does not exist"));
    }

    static <T> Page<T> page(Input input, List<T> all) {
        return Page.of(all, input.optionalText("NextToken"), PAGE, INVALID);
    }

    Map<String, Object> describe(Input input) {
        List<StackSpec> wanted = input.optionalText("StackName").map(name -> List.of(require(name))).orElse(all());
        Page<StackSpec> page = page(input, wanted);
        return Output.of("Stacks", page.items().stream().map(this::tree).toList()).with("NextToken", page.next())
                .tree();
    }

    private Map<String, Object> tree(StackSpec stack) {
        return Output.of("StackId", stack.id()).with("StackName", stack.name())
                .with("Description", stack.description()).with("Parameters", List.of())
                .with("CreationTime", since()).with("RollbackConfiguration", Map.of())
                .with("StackStatus", COMPLETE).with("DisableRollback", false).with("NotificationARNs", List.of())
                .with("Capabilities", List.of())
                .with("Outputs", stack.outputs().stream().map(this::output).toList()).with("Tags", List.of())
                .with("EnableTerminationProtection", false).with("DriftInformation", NO_DRIFT).tree();
    }

    private Map<String, Object> output(StackOutput output) {
        return Output.of("OutputKey", output.key()).with("OutputValue", here(output.value()))
                .withText("Description", output.description()).withText("ExportName", output.export()).tree();
    }

    /** The load balancer's DNS name, which leads nowhere from here, becomes its address. */
    private String here(String value) {
        Platform platform = infrastructure.platform().get();
        LoadBalancerSpec balancer = platform.loadBalancer();
        return balancer == null
                ? value
                : value.replaceAll(Pattern.quote(balancer.name()) + "-[0-9a-f]{10}\\." + platform.region()
                        + "\\.elb\\.amazonaws\\.com", infrastructure.loadBalancerAddress());
    }

    Map<String, Object> list(Input input) {
        List<String> states = input.texts("StackStatusFilter");
        List<StackSpec> wanted = states.isEmpty() || states.contains(COMPLETE) ? all() : List.of();
        Page<StackSpec> page = page(input, wanted);
        return Output.of("StackSummaries", page.items().stream().map(this::summary).toList())
                .with("NextToken", page.next()).tree();
    }

    private Map<String, Object> summary(StackSpec stack) {
        return Output.of("StackId", stack.id()).with("StackName", stack.name())
                .with("TemplateDescription", stack.description()).with("CreationTime", since())
                .with("StackStatus", COMPLETE).with("DriftInformation", NO_DRIFT).tree();
    }

    Map<String, Object> exports(Input input) {
        List<Map<String, Object>> exports = new ArrayList<>();
        for (StackSpec stack : all()) {
            for (StackOutput output : stack.outputs()) {
                if (!output.export().isEmpty()) {
                    exports.add(Output.of("ExportingStackId", stack.id()).with("Name", output.export())
                            .with("Value", output.value()).tree());
                }
            }
        }
        Page<Map<String, Object>> page = page(input, exports);
        return Output.of("Exports", page.items()).with("NextToken", page.next()).tree();
    }
}
