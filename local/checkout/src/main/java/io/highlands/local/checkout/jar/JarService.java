// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

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
     * @return the services that run a jar, by name; none where there is no such folder, which is refused where it is run
     * @throws ControlException when a template cannot be read
     */
    static List<JarService> of(Path assembly) {
        if (!Files.isDirectory(assembly)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(assembly)) {
            return files.filter(file -> file.toString().endsWith(".template.json")).sorted()
                    .flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new ControlException("the stacks in " + assembly + " cannot be read: " + FileErrors.reason(e), e);
        }
    }

    private static Optional<JarService> read(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains(JAR) ? of(JsonMapper.shared().readTree(text)) : Optional.empty();
        } catch (IOException e) {
            throw new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
        } catch (JacksonException e) {
            throw new ControlException(file + " is not JSON", e);
        }
    }

    private static Optional<JarService> of(JsonNode template) {
        return template.path("Resources").valueStream().filter(resource -> resource.path("Metadata").has(JAR))
                .findFirst().map(task -> {
                    JsonNode container = task.at("/Properties/ContainerDefinitions/0");
                    return new JarService(container.path("Name").asString(""),
                            task.path("Metadata").path(JAR).asString(""),
                            container.path("Environment").valueStream().anyMatch(
                                    variable -> variable.path("Name").asString("").equals(HEALTH)
                                            && variable.path("Value").asString("").equals(READINESS)));
                });
    }
}
