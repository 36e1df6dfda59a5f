// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.ServiceSnapshot;

/** ListClusters and DescribeClusters, of the one cluster that an environment has. */
final class Clusters {

    private static final int STANDARD = 100;

    private final Fleet fleet;

    Clusters(Fleet fleet) {
        this.fleet = fleet;
    }

    Map<String, Object> list(Input input) {
        Page<String> page = Fleet.page(input, List.of(fleet.clusterArn()), STANDARD);
        return Output.of("clusterArns", page.items()).with("nextToken", page.next()).tree();
    }

    Map<String, Object> describe(Input input) {
        List<Object> clusters = new ArrayList<>();
        List<Object> failures = new ArrayList<>();
        List<String> named = input.texts("clusters");
        for (String name : named.isEmpty() ? List.of("default") : named) {
            if (fleet.isCluster(name)) {
                clusters.add(tree(fleet.snapshot()));
            } else {
                failures.add(Fleet.missing(name));
            }
        }
        return Output.of("clusters", clusters).with("failures", failures).tree();
    }

    private Map<String, Object> tree(ClusterSnapshot cluster) {
        List<ServiceSnapshot> services = cluster.services();
        Output output = Output.of("clusterArn", fleet.clusterArn()).with("clusterName", cluster.cluster())
                .with("status", "ACTIVE").with("registeredContainerInstancesCount", 0)
                .with("runningTasksCount", services.stream().mapToInt(ServiceSnapshot::running).sum())
                .with("pendingTasksCount", services.stream().mapToInt(ServiceSnapshot::pending).sum())
                .with("activeServicesCount", services.size()).with("statistics", List.of())
                .with("tags", List.of()).with("settings", List.of())
                .with("capacityProviders", List.of()).with("defaultCapacityProviderStrategy", List.of());
        String namespace = fleet.namespaceArn();
        return namespace.isEmpty()
                ? output.tree()
                : output.with("serviceConnectDefaults", Map.of("namespace", namespace)).tree();
    }
}
