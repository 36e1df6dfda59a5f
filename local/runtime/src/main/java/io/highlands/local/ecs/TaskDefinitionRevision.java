// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;

import io.highlands.local.template.TaskDefinitionSpec;

/**
 * A registered revision of a task definition, which never changes.
 *
 * @param definition what its tasks run
 * @param number 1 for the family's first, which is the template's
 * @param registeredAt when it was registered here
 */
public record TaskDefinitionRevision(TaskDefinitionSpec definition, int number, Instant registeredAt) {

    /** {@return family and number, for example {@code highlands-local-service-a:1}} */
    public String name() {
        return definition.family() + ":" + number;
    }
}
