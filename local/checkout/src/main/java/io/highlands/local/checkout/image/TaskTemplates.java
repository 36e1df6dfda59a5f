// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

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

/** The task definitions of synthesized stacks that say in their metadata what is run in an image's place. */
final class TaskTemplates {

    private TaskTemplates() {
    }

    /**
     * Reads templates.
     *
     * @param assembly their folder
     * @param key the key of the metadata
     * @return the resources that have it; none where there is no such folder, which is refused where it is run
     * @throws ControlException when a template cannot be read
     */
    static List<JsonNode> with(Path assembly, String key) {
        if (!Files.isDirectory(assembly)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(assembly)) {
            return files.filter(file -> file.toString().endsWith(".template.json")).sorted()
                    .flatMap(file -> read(file, key).stream()).toList();
        } catch (IOException e) {
            throw new ControlException("the stacks in " + assembly + " cannot be read: " + FileErrors.reason(e), e);
        }
    }

    private static Optional<JsonNode> read(Path file, String key) {
        try {
            String text = Files.readString(file);
            return text.contains(key)
                    ? JsonMapper.shared().readTree(text).path("Resources").valueStream()
                            .filter(resource -> resource.path("Metadata").has(key)).findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
        } catch (JacksonException e) {
            throw new ControlException(file + " is not JSON", e);
        }
    }
}
