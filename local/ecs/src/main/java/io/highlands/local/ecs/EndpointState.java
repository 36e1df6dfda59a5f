// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.template.RefreshSpec;

/**
 * What outlives a run, as it outlives a night in AWS: which endpoints exist, and for which set of them each refresh was
 * made. A damaged file counts as none, which costs one more refresh.
 */
final class EndpointState {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final Set<String> endpoints = new LinkedHashSet<>();
    private final Map<String, String> refreshes = new TreeMap<>();

    EndpointState(Path stateDir, String environment) {
        this.file = stateDir.resolve("ecs-" + environment + ".json");
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            json.path("endpoints").valueStream().forEach(name -> endpoints.add(name.asString()));
            json.path("refreshes").properties()
                    .forEach(entry -> refreshes.put(entry.getKey(), entry.getValue().asString()));
        } catch (IOException | JacksonException none) {
            endpoints.clear();
            refreshes.clear();
        }
    }

    synchronized boolean exists(String endpoint) {
        return endpoints.contains(endpoint);
    }

    synchronized void endpoints(Set<String> now) {
        if (!endpoints.equals(now)) {
            endpoints.clear();
            endpoints.addAll(now);
            write();
        }
    }

    synchronized boolean isRefreshed(RefreshSpec refresh) {
        return key(refresh).equals(refreshes.get(refresh.source().toString()));
    }

    synchronized void refreshed(RefreshSpec refresh) {
        refreshes.put(refresh.source().toString(), key(refresh));
        write();
    }

    private static String key(RefreshSpec refresh) {
        return String.join(",", refresh.endpoints().stream().sorted().toList());
    }

    private void write() {
        ObjectNode json = JSON.createObjectNode();
        var names = json.putArray("endpoints");
        endpoints.forEach(names::add);
        var done = json.putObject("refreshes");
        refreshes.forEach(done::put);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(next, JSON.writeValueAsString(json));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EcsException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
