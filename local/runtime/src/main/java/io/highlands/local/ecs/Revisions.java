// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.template.TaskDefinitionSpec;

/** The task definitions that were registered since the platform began, by family. Used on the loop only. */
final class Revisions {

    private final Map<String, List<TaskDefinitionRevision>> families = new LinkedHashMap<>();

    /** The latest revision that has a template's content; a new one when there is none. */
    TaskDefinitionRevision of(TaskDefinitionSpec declared) {
        String content = declared.fingerprint();
        return family(declared).reversed().stream()
                .filter(revision -> revision.definition().fingerprint().equals(content)).findFirst()
                .orElseGet(() -> register(declared));
    }

    /** Registers a revision, as RegisterTaskDefinition does even when one has the same content. */
    TaskDefinitionRevision register(TaskDefinitionSpec definition) {
        List<TaskDefinitionRevision> family = family(definition);
        TaskDefinitionRevision next = new TaskDefinitionRevision(definition, family.size() + 1, Instant.now());
        family.add(next);
        return next;
    }

    private List<TaskDefinitionRevision> family(TaskDefinitionSpec definition) {
        return families.computeIfAbsent(definition.family(), name -> new ArrayList<>());
    }

    /** A revision by its name; a family alone is its latest one. */
    TaskDefinitionRevision find(String name) {
        List<TaskDefinitionRevision> family = families.getOrDefault(name, List.of());
        return all().stream().filter(revision -> revision.name().equals(name)).findFirst()
                .or(() -> family.reversed().stream().findFirst())
                .orElseThrow(() -> new EcsException("no task definition '" + name + "'; there are: "
                        + String.join(", ", all().stream().map(TaskDefinitionRevision::name).toList())));
    }

    /** All revisions, family by family, oldest first. */
    List<TaskDefinitionRevision> all() {
        return families.values().stream().flatMap(List::stream).toList();
    }
}
