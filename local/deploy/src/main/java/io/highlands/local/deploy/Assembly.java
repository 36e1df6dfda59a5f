// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.error.ParserMessage;

/**
 * An environment's synthesized stacks, as a deployment needs them.
 *
 * @param environment the environment's name
 * @param folder the cloud assembly
 * @param account the account that the environment's file names; empty is the deployer's
 * @param region the Region that the environment's file names; empty is the deployer's
 * @param bootstrapVersion the version of the CDK's bootstrap stack that the stacks need, 0 where none
 * @param stacks the stacks, each after those that it depends on
 */
public record Assembly(String environment, Path folder, Optional<String> account, Optional<String> region,
        int bootstrapVersion, List<Stack> stacks) {

    /** The stack of the image repositories, which all environments of an account and Region share. */
    static final String IMAGES = "highlands-images";

    /**
     * Reads a cloud assembly.
     *
     * @param folder the folder; its last name is the environment's
     * @return what it holds
     * @throws DeployException when it cannot be read
     */
    public static Assembly read(Path folder) {
        JsonNode artifacts = json(folder.resolve("manifest.json")).path("artifacts");
        List<Stack> stacks = new ArrayList<>();
        int version = 0;
        String place = "";
        for (var artifact : artifacts.properties()) {
            JsonNode properties = artifact.getValue().path("properties");
            version = Math.max(version, properties.path("requiresBootstrapStackVersion").asInt(0));
            version = Math.max(version,
                    properties.path("lookupRole").path("requiresBootstrapStackVersion").asInt(0));
            if (artifact.getValue().path("type").asString().equals("aws:cloudformation:stack")) {
                String name = properties.path("stackName").asString(artifact.getKey());
                Set<String> dependencies = artifact.getValue().path("dependencies").valueStream()
                        .map(JsonNode::asString).filter(each -> !each.endsWith(".assets"))
                        .collect(Collectors.toCollection(TreeSet::new));
                stacks.add(new Stack(name, dependencies, properties.path("terminationProtection").asBoolean(false),
                        json(folder.resolve(properties.path("templateFile").asString()))));
                place = artifact.getValue().path("environment").asString();
            }
        }
        return new Assembly(folder.getFileName().toString(), folder, part(place, 0), part(place, 1), version,
                ordered(stacks));
    }

    /** The account or Region of {@code aws://ACCOUNT/REGION}; CDK writes {@code unknown-…} where the app names none. */
    private static Optional<String> part(String place, int index) {
        String[] parts = place.replaceFirst("^aws://", "").split("/");
        return Stream.of(parts).skip(index).findFirst().filter(part -> !part.startsWith("unknown-") && !part.isEmpty());
    }

    private static List<Stack> ordered(List<Stack> stacks) {
        List<Stack> rest = new ArrayList<>(stacks);
        List<Stack> ordered = new ArrayList<>();
        rest.stream().filter(stack -> stack.name().equals(IMAGES)).findFirst().ifPresent(stack -> {
            ordered.add(stack);
            rest.remove(stack);
        });
        while (!rest.isEmpty()) {
            Set<String> waiting = rest.stream().map(Stack::name).collect(Collectors.toSet());
            Stack next = rest.stream().filter(stack -> stack.dependencies().stream().noneMatch(waiting::contains))
                    .findFirst().orElseThrow(() -> new DeployException("stacks depend on each other: " + waiting));
            ordered.add(next);
            rest.remove(next);
        }
        return ordered;
    }

    /** {@return the stack of the image repositories, where the app declares it} */
    Optional<Stack> images() {
        return stacks.stream().filter(stack -> stack.name().equals(IMAGES)).findFirst();
    }

    /** {@return the environment's first stack, which holds network, cluster and load balancer} */
    Stack base() {
        return stacks.stream().filter(stack -> stack.name().equals("highlands-" + environment + "-base")).findFirst()
                .orElseThrow(() -> new DeployException("the stacks of " + environment + " have no base stack"));
    }

    /** {@return the stacks that come after the base stack, in order} */
    List<Stack> afterBase() {
        return stacks.stream().filter(stack -> !stack.name().equals(IMAGES) && stack != base()).toList();
    }

    /** {@return all resources of a type, in all stacks} */
    Stream<JsonNode> resources(String type) {
        return stacks.stream().flatMap(stack -> stack.resources(type));
    }

    private static JsonNode json(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DeployException(file + " is missing: run highlands synth");
        }
        try {
            return JsonMapper.shared().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new DeployException(file + " cannot be read: " + ParserMessage.of(e.getOriginalMessage()));
        }
    }
}
