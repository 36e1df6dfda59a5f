// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.template.TaskDefinitionSpec;

/**
 * The task definitions that were registered since the platform began, by family: ACTIVE ones, and INACTIVE ones, which can
 * be described and no longer deployed. Used on the loop only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeregisterTaskDefinition.html">
 *     DeregisterTaskDefinition</a>
 */
final class Revisions {

    private final Map<String, List<TaskDefinitionRevision>> families = new LinkedHashMap<>();

    /** Registers a revision, as RegisterTaskDefinition does even when one has the same content. */
    TaskDefinitionRevision register(TaskDefinitionSpec definition) {
        List<TaskDefinitionRevision> family = families.computeIfAbsent(definition.family(), name -> new ArrayList<>());
        TaskDefinitionRevision next = new TaskDefinitionRevision(definition, family.size() + 1, Instant.now(), null);
        family.add(next);
        return next;
    }

    /** Makes a revision INACTIVE; one that is already keeps the time at which it became so. */
    TaskDefinitionRevision deregister(String name) {
        TaskDefinitionRevision revision = find(name);
        if (!revision.isActive()) {
            return revision;
        }
        TaskDefinitionRevision inactive = new TaskDefinitionRevision(revision.definition(), revision.number(),
                revision.registeredAt(), Instant.now());
        families.get(revision.definition().family()).set(revision.number() - 1, inactive);
        return inactive;
    }

    /** A revision by its name, whatever its status; a family alone is its latest ACTIVE one. */
    TaskDefinitionRevision find(String name) {
        List<TaskDefinitionRevision> family = families.getOrDefault(name, List.of());
        return all().stream().filter(revision -> revision.name().equals(name)).findFirst()
                .or(() -> family.reversed().stream().filter(TaskDefinitionRevision::isActive).findFirst())
                .orElseThrow(() -> new EcsException("no task definition '" + name + "'; there are: "
                        + String.join(", ", all().stream().map(TaskDefinitionRevision::name).toList())));
    }

    /** A revision that a service may be updated to. */
    TaskDefinitionRevision active(String name) {
        TaskDefinitionRevision revision = find(name);
        if (!revision.isActive()) {
            throw new EcsException("task definition '" + name + "' is INACTIVE; allowed: " + String.join(", ",
                    all().stream().filter(TaskDefinitionRevision::isActive).map(TaskDefinitionRevision::name)
                            .toList()));
        }
        return revision;
    }

    /** All revisions, family by family, oldest first. */
    List<TaskDefinitionRevision> all() {
        return families.values().stream().flatMap(List::stream).toList();
    }
}
