// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.cloudwatch.model.search.MetricName;

/** The metrics that exist only once something went wrong, from {@code dashboards/rendered/incident-panels.json}. */
public final class Incidents {

    private final Map<String, String> faults;

    private Incidents(Map<String, String> faults) {
        this.faults = faults;
    }

    /**
     * Reads the registry.
     *
     * @param file the file; where there is none, no metric is excused
     * @param environment the environment, which is part of the names of its own namespace
     * @return the registry
     * @throws VerifyException when it cannot be read
     */
    public static Incidents read(Path file, String environment) {
        Map<String, String> faults = new HashMap<>();
        if (Files.exists(file)) {
            try {
                JsonNode registry = JsonMapper.shared().readTree(Files.readString(file));
                for (JsonNode entry : registry.path("metrics")) {
                    String namespace = entry.path("namespace").asString();
                    String name = entry.path("metric").asString();
                    String own = namespace.startsWith("Highlands/") ? "Highlands/" + environment : namespace;
                    faults.put(own + " " + name, entry.path("fault").asString() + " of "
                            + entry.path("service").asString());
                }
            } catch (IOException | JacksonException e) {
                throw new VerifyException(file.getFileName() + " cannot be read: " + e.getMessage());
            }
        }
        return new Incidents(faults);
    }

    /** The fault that makes a metric exist, if it takes one. */
    Optional<String> fault(MetricName metric) {
        return Optional.ofNullable(faults.get(metric.namespace() + " " + metric.name()));
    }
}
