// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.TemplateException;

/** A cloud assembly: the folder that {@code cdk synth} writes, with all its stacks in the order of deployment. */
public final class CloudAssembly {

    /** Account that templates are resolved for, whatever account they are deployed to. */
    public static final String ACCOUNT = "000000000000";

    /** Region when neither the assembly nor its stacks name one. */
    public static final String DEFAULT_REGION = "eu-west-1";

    private static final int OLDEST_SCHEMA = 36;
    private static final int NEWEST_SCHEMA = 54;

    private final List<Stack> stacks;

    private CloudAssembly(List<Stack> stacks) {
        this.stacks = stacks;
    }

    /**
     * Reads an assembly.
     *
     * @param folder the folder that holds {@code manifest.json}
     * @return the assembly with all its stacks
     * @throws TemplateException when it is missing, broken or of an unknown version
     */
    public static CloudAssembly read(Path folder) {
        Path file = folder.resolve("manifest.json");
        if (!Files.exists(file)) {
            throw new TemplateException(folder + ": no cloud assembly here (manifest.json is missing)");
        }
        JsonNode manifest = JsonFile.object(file, "the manifest");
        checkVersion(file, manifest.path("version").asString(""));
        JsonNode artifacts = manifest.path("artifacts");
        Map<String, Stack> stacks = new LinkedHashMap<>();
        for (String id : deploymentOrder(file, artifacts)) {
            JsonNode artifact = artifacts.get(id);
            if (artifact.path("type").asString("").equals("aws:cloudformation:stack")) {
                stacks.put(id, stack(folder, file, id, artifact));
            }
        }
        if (stacks.isEmpty()) {
            throw new TemplateException(file + ": the assembly has no stack");
        }
        return new CloudAssembly(List.copyOf(stacks.values()));
    }

    /**
     * Takes a template alone for an assembly of one stack, which is called as the file is.
     *
     * @param file the template, in JSON
     * @return the assembly, in the default Region
     * @throws TemplateException when it is missing or broken
     */
    public static CloudAssembly ofTemplate(Path file) {
        String name = file.getFileName().toString().replaceFirst("(\\.template)?\\.json$", "");
        return new CloudAssembly(List.of(stack(name, DEFAULT_REGION, JsonFile.object(file, "the template"))));
    }

    /**
     * What the assembly deploys.
     *
     * @return each after the stacks that it depends on
     */
    public List<Stack> stacks() {
        return stacks;
    }

    /**
     * The Region of the first stack.
     *
     * @return for example {@code eu-west-1}
     */
    public String region() {
        return stacks.getFirst().region();
    }

    private static void checkVersion(Path file, String version) {
        int major;
        try {
            major = Integer.parseInt(version.split("\\.", 2)[0]);
        } catch (NumberFormatException e) {
            throw new TemplateException(file + ": version '" + version + "' is not a version of a cloud assembly", e);
        }
        if (major < OLDEST_SCHEMA || major > NEWEST_SCHEMA) {
            throw new TemplateException("%s: cloud assembly version %s is not known here; allowed: %d to %d"
                    .formatted(file, version, OLDEST_SCHEMA, NEWEST_SCHEMA));
        }
    }

    private static Stack stack(Path folder, Path manifest, String id, JsonNode artifact) {
        JsonNode properties = artifact.path("properties");
        String template = properties.path("templateFile").stringValue(null);
        if (template == null) {
            throw new TemplateException(manifest + ": stack " + id + " names no templateFile");
        }
        String name = properties.path("stackName").stringValue(id);
        JsonNode body = JsonFile.object(folder.resolve(template), "the template of stack " + name);
        return stack(name, region(artifact.path("environment").asString("")), body);
    }

    private static Stack stack(String name, String region, JsonNode body) {
        Stack stack = new Stack(name, region, ACCOUNT, body);
        if (body.has("Transform")) {
            throw stack.error("Transform", "only AWS can expand " + body.get("Transform") + "; write it out instead");
        }
        return stack;
    }

    private static String region(String environment) {
        String region = environment.substring(environment.lastIndexOf('/') + 1);
        return region.isEmpty() || region.equals("unknown-region") ? DEFAULT_REGION : region;
    }

    private static Set<String> deploymentOrder(Path file, JsonNode artifacts) {
        Set<String> ordered = new LinkedHashSet<>();
        for (String id : artifacts.propertyNames()) {
            visit(file, artifacts, id, ordered, new ArrayList<>());
        }
        return ordered;
    }

    private static void visit(Path file, JsonNode artifacts, String id, Set<String> ordered, List<String> path) {
        if (ordered.contains(id)) {
            return;
        }
        JsonNode artifact = artifacts.path(id);
        if (artifact.isMissingNode()) {
            throw new TemplateException(file + ": artifact '" + path.getLast() + "' depends on '" + id
                    + "', which the assembly does not have");
        }
        if (path.contains(id)) {
            throw new TemplateException(
                    file + ": artifacts depend on each other: " + String.join(" -> ", path) + " -> " + id);
        }
        if (artifact.path("type").asString("").equals("cdk:cloud-assembly")) {
            throw new TemplateException(file + ": artifact '" + id
                    + "' is a nested cloud assembly (a CDK Stage), which is not read here; synthesize its stacks directly");
        }
        path.add(id);
        artifact.path("dependencies").forEach(next -> visit(file, artifacts, next.asString(""), ordered, path));
        path.removeLast();
        ordered.add(id);
    }
}
