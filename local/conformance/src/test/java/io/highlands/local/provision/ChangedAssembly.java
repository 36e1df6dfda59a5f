// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.template.Coverage.Entry;
import io.highlands.local.template.Coverage.Status;
import io.highlands.local.template.TemplateException;

/** A copy of a synthesized environment in which one property at a time has another value. */
final class ChangedAssembly {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Path values;
    private final Map<Path, JsonNode> templates = new LinkedHashMap<>();
    private final Reading unchanged;

    /**
     * What was read.
     *
     * @param model all but the coverage
     * @param coverage how each property is treated
     */
    record Reading(String model, List<Entry> coverage) {

        /** How a property is treated; null when its parts are treated differently. */
        Status status(String logicalId, String path) {
            return coverage.stream().filter(entry -> entry.logicalId().equals(logicalId)
                    && (entry.property().isEmpty() || isAt(path, entry.property()))).map(Entry::status).findFirst()
                    .orElse(null);
        }

        private static boolean isAt(String path, String entry) {
            return path.startsWith(entry)
                    && (path.length() == entry.length() || ".[".indexOf(path.charAt(entry.length())) >= 0);
        }
    }

    /**
     * Copies an environment.
     *
     * @param source its folder, with templates in JSON
     * @param folder the copy, which must not exist
     * @param values the file of local values, which need not exist
     */
    ChangedAssembly(Path source, Path folder, Path values) {
        this.folder = folder;
        this.values = values;
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectories(folder);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = Files.copy(file, folder.resolve(file.getFileName()));
                if (file.toString().endsWith(".template.json")) {
                    templates.put(copy, JSON.readTree(Files.readString(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.unchanged = read();
    }

    Reading unchanged() {
        return unchanged;
    }

    /** The properties of each resource. */
    List<Property> resources() {
        return templates.entrySet().stream().flatMap(template -> template.getValue().path("Resources").properties()
                .stream().map(resource -> Property.of(template.getKey(), resource.getKey(), resource.getValue())))
                .toList();
    }

    /** Every property of every resource, containers included. */
    List<Property> properties() {
        return resources().stream().flatMap(resource -> resource.all().stream()).toList();
    }

    /**
     * Reads the environment with another value of one property.
     *
     * @throws TemplateException when the value is refused
     */
    Reading with(Property property, JsonNode value) {
        JsonNode changed = templates.get(property.template()).deepCopy();
        switch (changed.at(property.parent())) {
            case ObjectNode object -> object.set(property.name(), value);
            case ArrayNode array -> array.set(Integer.parseInt(property.name()), value);
            default -> throw new IllegalStateException(property + " is in no container");
        }
        try {
            Files.writeString(property.template(), JSON.writeValueAsString(changed));
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            restore(property.template());
        }
    }

    private void restore(Path template) {
        try {
            Files.writeString(template, JSON.writeValueAsString(templates.get(template)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading read() {
        Deployed deployed = Deployed.read(folder, values);
        return new Reading(ModelText.of(deployed), deployed.platform().coverage().entries());
    }
}
