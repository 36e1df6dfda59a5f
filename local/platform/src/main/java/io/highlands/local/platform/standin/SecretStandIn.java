// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;
import io.highlands.local.http.StartToken;
import io.highlands.local.template.cloudformation.DeclaredResource;

/** A generated secret: the value of a variable, or one that is made here once and stays in a file of the user alone. */
final class SecretStandIn implements StandIn {

    private final Path folder;

    SecretStandIn(Path folder) {
        this.folder = folder;
    }

    @Override
    public String end() {
        return "_VALUE";
    }

    @Override
    public Map<String, String> given(DeclaredResource resource, String text) {
        return Map.of("value", text);
    }

    @Override
    public void check(DeclaredResource resource, Map<String, String> variables) {
        // One is made, as in AWS
    }

    @Override
    public Map<String, Map<String, String>> make(List<DeclaredResource> resources, Map<String, String> variables) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (DeclaredResource resource : resources) {
            try {
                values.put(resource.name(), Map.of("value", value(folder.resolve(resource.name()))));
            } catch (IOException e) {
                throw new ControlException(resource.line(FileErrors.line(e)), e);
            }
        }
        return values;
    }

    private static String value(Path file) throws IOException {
        String kept = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!kept.isEmpty()) {
            return kept;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String made = StartToken.random().text() + StartToken.random().text();
        Files.writeString(file, made + "\n");
        return made;
    }
}
