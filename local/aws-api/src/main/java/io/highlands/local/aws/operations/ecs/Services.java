// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.ecs.ClusterSnapshot;

/** ListServices and DescribeServices. */
final class Services {

    private static final int STANDARD = 10;

    private static final int DESCRIBED = 10;

    private final Fleet fleet;
    private final ServiceTrees trees;

    Services(Fleet fleet) {
        this.fleet = fleet;
        this.trees = new ServiceTrees(fleet);
    }

    Map<String, Object> list(Input input) {
        ClusterSnapshot cluster = fleet.cluster(input);
        boolean others = !input.optionalText("launchType").orElse("FARGATE").equals("FARGATE")
                || !input.optionalText("schedulingStrategy").orElse("REPLICA").equals("REPLICA");
        List<String> arns = others
                ? List.of()
                : cluster.services().stream().map(service -> fleet.serviceArn(service.name())).toList();
        Page<String> page = Fleet.page(input, arns, STANDARD);
        return Output.of("serviceArns", page.items()).with("nextToken", page.next()).tree();
    }

    Map<String, Object> describe(Input input) {
        ClusterSnapshot cluster = fleet.cluster(input);
        List<String> named = input.texts("services");
        if (named.isEmpty() || named.size() > DESCRIBED) {
            throw new AwsError(Fleet.INVALID, named.size() + " services; allowed: 1 to " + DESCRIBED);
        }
        List<Object> services = new ArrayList<>();
        List<Object> failures = new ArrayList<>();
        for (String name : named) {
            fleet.service(cluster, name).ifPresentOrElse(service -> services.add(trees.service(service)),
                    () -> failures.add(Fleet.missing(name.contains(":") ? name : fleet.serviceArn(name))));
        }
        return Output.of("services", services).with("failures", failures).tree();
    }
}
