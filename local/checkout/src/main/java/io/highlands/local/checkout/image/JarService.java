// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A service that runs a jar, as its template says.
 *
 * @param name its name, and its image's
 * @param jar the path of its jar, seen from services.yaml
 * @param asksActuator whether its health path is Actuator's
 */
record JarService(String name, String jar, boolean asksActuator) {

    /** Metadata of a task definition that names the jar. */
    private static final String JAR = "highlands:jar";
    private static final String HEALTH = "HIGHLANDS_HEALTH_PATH";
    private static final String READINESS = "/readyz";

    /**
     * Reads templates.
     *
     * @param assembly their folder
     * @return the services that run a jar, by name
     * @throws io.highlands.local.control.ControlException when a template cannot be read
     */
    static List<JarService> of(Path assembly) {
        return TaskTemplates.with(assembly, JAR).stream().map(JarService::of).toList();
    }

    private static JarService of(JsonNode task) {
        JsonNode container = task.at("/Properties/ContainerDefinitions/0");
        return new JarService(container.path("Name").asString(""), task.path("Metadata").path(JAR).asString(""),
                container.path("Environment").valueStream()
                        .anyMatch(variable -> variable.path("Name").asString("").equals(HEALTH)
                                && variable.path("Value").asString("").equals(READINESS)));
    }
}
