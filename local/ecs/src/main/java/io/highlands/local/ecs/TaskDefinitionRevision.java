// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;

import io.highlands.local.template.TaskDefinitionSpec;

/**
 * A registered revision of a task definition. What its tasks run never changes; it is ACTIVE until it is deregistered.
 *
 * @param definition what its tasks run
 * @param number 1 for the family's first, which is the template's
 * @param registeredAt when it was registered here
 * @param deregisteredAt when it became INACTIVE, or null while it is ACTIVE
 */
public record TaskDefinitionRevision(TaskDefinitionSpec definition, int number, Instant registeredAt,
        Instant deregisteredAt) {

    /** {@return family and number, for example {@code highlands-local-service-a:1}} */
    public String name() {
        return definition.family() + ":" + number;
    }

    /** {@return whether a service may be updated to it} */
    public boolean isActive() {
        return deregisteredAt == null;
    }
}
