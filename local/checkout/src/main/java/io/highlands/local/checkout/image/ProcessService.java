// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * A service in the place of whose image a process of this machine runs, as its template says.
 *
 * @param name its name
 * @param command program and arguments
 * @param folder the folder in which they run, seen from services.yaml; empty for the folder of that file
 */
record ProcessService(String name, List<String> command, Optional<String> folder) {

    /** Metadata of a task definition that names the process. */
    private static final String PROCESS = "highlands:process";

    ProcessService {
        command = List.copyOf(command);
    }

    /**
     * Reads templates.
     *
     * @param assembly their folder
     * @return the services that run a process, by name
     * @throws io.highlands.local.control.ControlException when a template cannot be read
     */
    static List<ProcessService> of(Path assembly) {
        return TaskTemplates.with(assembly, PROCESS).stream().map(ProcessService::of).toList();
    }

    private static ProcessService of(JsonNode task) {
        JsonNode process = task.path("Metadata").path(PROCESS);
        return new ProcessService(task.at("/Properties/ContainerDefinitions/0/Name").asString(""),
                process.path("Command").valueStream().map(JsonNode::asString).toList(),
                Optional.ofNullable(process.path("Folder").stringValue(null)));
    }
}
