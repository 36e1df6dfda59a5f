// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.mesh.Loopback;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.Source;
import io.highlands.local.template.TaskDefinitionSpec;
import io.highlands.local.template.TracingSidecar;

/** Finds the images that the build wrote, by the name of the ECR repository that the template pulls them from. */
final class Images {

    private static final String DESCRIPTION = "image.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Path> roots;
    /** Image folders that are run in place of what the build made, by repository. */
    private final Map<String, Path> others = new ConcurrentHashMap<>();

    /**
     * Looks in several folders.
     *
     * @param roots folders of images, of which the first that has one counts
     */
    Images(Path... roots) {
        this.roots = Stream.of(roots).map(root -> root.toAbsolutePath().normalize()).toList();
    }

    /** Fails when a container of the platform has no image here, or could not share this machine's addresses with others. */
    void check(Platform platform, Loopback loopback) {
        check(platform);
        if (loopback == Loopback.PORTS) {
            MovablePorts.check(platform, this);
        }
    }

    void check(Platform platform) {
        for (ServiceSpec service : platform.services()) {
            TaskDefinitionSpec task = service.taskDefinition();
            for (int i = 0; i < task.containers().size(); i++) {
                if (!task.containers().get(i).isTracingSidecar()) {
                    read(task.source(), i, task.containers().get(i));
                }
            }
        }
    }

    /**
     * From now on a repository's image is the one in another folder.
     *
     * @param folder holds {@code image.json} and {@code app}
     * @throws EcsException when it holds no image
     */
    void use(String repository, Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute.resolve(DESCRIPTION))) {
            throw new EcsException(absolute + " is no image folder: it has no " + DESCRIPTION);
        }
        others.put(repository, absolute);
    }

    /** From now on every image is the one that the build made. */
    void useBuilt() {
        others.clear();
    }

    Image find(TaskDefinitionSpec task, ContainerSpec container) {
        return read(task.source(), task.containers().indexOf(container), container);
    }

    private Image read(Source source, int index, ContainerSpec container) {
        String property = "ContainerDefinitions[" + index + "].Image";
        Optional<Image> process = process(source, property, container);
        if (process.isPresent()) {
            return process.get();
        }
        if (container.repository() == null) {
            throw source.error(property, "'" + container.image()
                    + "' has no image on this machine; allowed: an ECR repository that the build makes ("
                    + built() + "), " + Stream.of(TracingSidecar.values()).map(TracingSidecar::repository)
                            .collect(Collectors.joining(" and ")));
        }
        List<Path> folders = Stream.concat(Stream.ofNullable(others.get(container.repository())),
                roots.stream().map(root -> root.resolve(container.repository()).resolve("target/image"))).toList();
        Path folder = folders.stream().filter(each -> Files.isRegularFile(each.resolve(DESCRIPTION))).findFirst()
                .orElseThrow(() -> source.error(property, "'" + container.image() + "' maps to " + folders.getLast()
                        + ", which the build has not made; made are: " + built()));
        return parse(source, property, folder, folder.resolve(DESCRIPTION));
    }

    /** {@return the name of a container's image on this machine: its repository, or its own where a process takes its place} */
    static String name(ContainerSpec container) {
        return container.repository() == null ? container.name() : container.repository();
    }

    /** What stands for another's image; the build's image of that name does not. */
    private Optional<Image> process(Source source, String property, ContainerSpec container) {
        return roots.stream().filter(root -> container.isForeign())
                .map(root -> root.resolve(container.name()).resolve("target/image"))
                .filter(folder -> Files.isRegularFile(folder.resolve(DESCRIPTION)))
                .map(folder -> parse(source, property, folder, folder.resolve(DESCRIPTION)))
                .filter(Image::isProcess).findFirst();
    }

    private static Image parse(Source source, String property, Path folder, Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return new Image(folder.resolve("app"), json.path("workingDirectory").asString(Image.APP),
                    strings(json.path("entryPoint")), strings(json.path("command")),
                    variables(json.path("environment")), json.path("process").asBoolean(false));
        } catch (IOException | JacksonException e) {
            throw source.error(property, file + " cannot be read: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> variables(JsonNode object) {
        Map<String, String> variables = new LinkedHashMap<>();
        object.properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue().asString()));
        return variables;
    }

    private String built() {
        List<String> names = roots.stream().flatMap(root -> built(root).stream()).distinct().sorted().toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static List<String> built(Path root) {
        try (var folders = Files.list(root)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("target/image").resolve(DESCRIPTION)))
                    .map(folder -> folder.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
