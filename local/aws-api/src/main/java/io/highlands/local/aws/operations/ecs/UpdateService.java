// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.EcsException;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskDefinitionRevision;

/** UpdateService: begins the change and answers at once; DescribeServices shows how far it is. */
final class UpdateService implements Action {

    private static final Set<String> SERVED = Set.of("cluster", "service", "desiredCount", "forceNewDeployment",
            "taskDefinition");

    private final Fleet fleet;

    UpdateService(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        ClusterSnapshot cluster = fleet.cluster(input);
        ServiceSnapshot service = fleet.service(cluster, input.text("service"))
                .orElseThrow(() -> new AwsError("ServiceNotFoundException", "Service not found."));
        refuseOthers(input);
        Optional<String> revision = input.optionalText("taskDefinition").map(this::revision);
        try {
            input.integer("desiredCount")
                    .ifPresent(count -> fleet.runtime().setDesiredCount(service.name(), count));
            deploy(service, revision, input.flag("forceNewDeployment", false));
        } catch (EcsException refused) {
            throw new AwsError(Fleet.INVALID, refused.getMessage());
        }
        ServiceSnapshot now = fleet.snapshot().service(service.name());
        return Output.of("service", new ServiceTrees(fleet).service(now)).tree();
    }

    private static void refuseOthers(Input input) {
        TreeSet<String> others = new TreeSet<>(input.names());
        others.removeAll(SERVED);
        if (!others.isEmpty()) {
            throw new AwsError(Fleet.INVALID, others.first() + " cannot be changed in local mode; allowed: "
                    + String.join(", ", List.copyOf(new TreeSet<>(SERVED))));
        }
    }

    /** The words for an INACTIVE revision are recorded in aws/aws-cdk#33195. */
    private String revision(String given) {
        TaskDefinitionRevision revision = fleet.revision(given)
                .orElseThrow(() -> new AwsError("ClientException", "TaskDefinition not found."));
        if (!revision.isActive()) {
            throw new AwsError("ClientException", "TaskDefinition is inactive");
        }
        return revision.name();
    }

    /** The revision that the service has already is no new deployment, unless one is forced. */
    private void deploy(ServiceSnapshot service, Optional<String> revision, boolean forced) {
        String present = service.deployments().getFirst().taskDefinition();
        if (revision.isPresent() && (forced || !revision.get().equals(present))) {
            fleet.runtime().deploy(service.name(), revision.get());
        } else if (forced) {
            fleet.runtime().forceNewDeployment(service.name());
        }
    }
}
