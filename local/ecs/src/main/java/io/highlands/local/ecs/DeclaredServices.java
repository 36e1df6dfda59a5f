// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/**
 * What CloudFormation holds of each service's stack: the template that was deployed last, and the revision that it created.
 * An UpdateService beside it changes neither, as in AWS. Used on the loop only.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html">
 *     UpdateReplacePolicy attribute</a>
 */
final class DeclaredServices {

    private final Revisions revisions;
    private final Map<String, Declared> services = new LinkedHashMap<>();

    DeclaredServices(Revisions revisions) {
        this.revisions = revisions;
    }

    /**
     * A service as its stack has it.
     *
     * @param spec the template's declaration
     * @param revision the task definition that the stack created
     */
    record Declared(ServiceSpec spec, TaskDefinitionRevision revision) {

        private boolean hasSameTask(TaskDefinitionSpec next) {
            return spec.taskDefinition().fingerprint().equals(next.fingerprint());
        }

        /** Whether a template changes nothing of the service, so that CloudFormation does not call ECS at all. */
        boolean isUnchangedBy(ServiceSpec next) {
            return hasSameTask(next.taskDefinition()) && spec.with(next.taskDefinition()).equals(next);
        }
    }

    Declared get(String service) {
        return services.get(service);
    }

    /** Takes a new service up; its revision is the template's own. */
    Declared create(ServiceSpec spec) {
        Declared created = new Declared(spec, revisions.register(spec.taskDefinition()));
        services.put(spec.name(), created);
        return created;
    }

    /**
     * Begins an update: a changed task definition is a new revision, even when an earlier one has the same content. An
     * unchanged one that somebody deregistered fails, as in AWS (aws/aws-cdk#33195).
     */
    Declared update(ServiceSpec next) {
        Declared before = get(next.name());
        TaskDefinitionRevision revision = before.hasSameTask(next.taskDefinition())
                ? revisions.active(before.revision().name())
                : revisions.register(next.taskDefinition());
        Declared updated = new Declared(next, revision);
        services.put(next.name(), updated);
        return updated;
    }

    /**
     * Ends an update with its deployment: CloudFormation deregisters the replaced revision, unless the template retains it.
     * An update that fails is rolled back, and the revision that it made is deregistered.
     *
     * @param before the service's stack before the update
     * @param updated what {@link #update} made of it
     * @param deployment the service's deployment
     * @return completes as the deployment does, when all this is done
     */
    CompletableFuture<Void> settle(Declared before, Declared updated, CompletableFuture<Void> deployment) {
        return deployment.whenComplete((done, failure) -> {
            if (failure != null) {
                services.replace(updated.spec().name(), updated, before);
            }
            TaskDefinitionRevision unwanted = failure == null ? before.revision() : updated.revision();
            boolean kept = before.revision().equals(updated.revision())
                    || failure == null && updated.spec().taskDefinition().retained();
            if (!kept) {
                revisions.deregister(unwanted.name());
            }
        });
    }

    /** Removes a service with its stack; revisions that were retained stay ACTIVE. */
    void remove(String service) {
        revisions.deregister(services.remove(service).revision().name());
    }
}
