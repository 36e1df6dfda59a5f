// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskDefinitionRevision;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;

/** The one cluster with its services and tasks, by the names and ARNs that requests give. */
final class Fleet {

    static final String INVALID = "InvalidParameterException";

    private static final int PAGE = 100;

    private final Infrastructure infrastructure;

    Fleet(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    EcsRuntime runtime() {
        return infrastructure.runtime();
    }

    Instant since() {
        return infrastructure.since();
    }

    private Platform platform() {
        return infrastructure.platform().get();
    }

    /** The services and tasks of the cluster that a request names; none named is {@code default}, as in AWS. */
    ClusterSnapshot cluster(Input input) {
        if (!isCluster(input.optionalText("cluster").orElse("default"))) {
            throw new AwsError("ClusterNotFoundException", "Cluster not found.");
        }
        return snapshot();
    }

    ClusterSnapshot snapshot() {
        return runtime().snapshot();
    }

    /** Whether a name or an ARN is the cluster's. */
    boolean isCluster(String given) {
        return given.equals(platform().cluster()) || given.equals(clusterArn());
    }

    Optional<ServiceSnapshot> service(ClusterSnapshot cluster, String given) {
        return cluster.services().stream()
                .filter(service -> service.name().equals(given) || serviceArn(service.name()).equals(given)
                        || infrastructure.arn("ecs", "service/" + service.name()).equals(given))
                .findFirst();
    }

    /** What the templates declare of a service; empty while it is being removed. */
    Optional<ServiceSpec> declared(String service) {
        return platform().services().stream().filter(spec -> spec.name().equals(service)).findFirst();
    }

    /** The revision that a name or an ARN means, whatever its status; a family alone means its latest ACTIVE one. */
    Optional<TaskDefinitionRevision> revision(String given) {
        String name = given.substring(given.lastIndexOf('/') + 1);
        List<TaskDefinitionRevision> all = runtime().taskDefinitions().all();
        return all.stream().filter(revision -> revision.name().equals(name)).findFirst()
                .or(() -> all.reversed().stream().filter(TaskDefinitionRevision::isActive)
                        .filter(revision -> revision.definition().family().equals(name)).findFirst());
    }

    String clusterArn() {
        return infrastructure.arn("ecs", "cluster/" + platform().cluster());
    }

    String serviceArn(String name) {
        return infrastructure.arn("ecs", "service/" + platform().cluster() + "/" + name);
    }

    String taskArn(String id) {
        return infrastructure.arn("ecs", "task/" + platform().cluster() + "/" + id);
    }

    String containerArn(String task, String container) {
        return infrastructure.arn("ecs", "container/" + platform().cluster() + "/" + task + "/" + container);
    }

    String taskDefinitionArn(String name) {
        return infrastructure.arn("ecs", "task-definition/" + name);
    }

    String namespaceArn() {
        return infrastructure.stacks().get().all().stream().flatMap(stack -> stack.resources().stream())
                .filter(resource -> resource.type().equals("AWS::ServiceDiscovery::HttpNamespace")).findFirst()
                .map(resource -> infrastructure.arn("servicediscovery", "namespace/" + resource.physicalId()))
                .orElse("");
    }

    /** An entry of {@code failures}. */
    static Map<String, Object> missing(String arn) {
        return Output.of("arn", arn).with("reason", "MISSING").tree();
    }

    static <T> Page<T> page(Input input, List<T> all, int standard) {
        int size = input.integer("maxResults").orElse(standard);
        if (size < 1 || size > PAGE) {
            throw new AwsError(INVALID, "maxResults is " + size + "; allowed: 1 to " + PAGE);
        }
        return Page.of(all, input.optionalText("nextToken"), size, INVALID);
    }
}
