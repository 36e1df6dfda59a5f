// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.stacks.Platform;

/** What an environment synthesizes to. The repository's environments are synthesized once for all tests. */
public final class Assembly {

    /** The part that all environments share. */
    public static final String IMAGES = "images";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<EnvironmentFile, Assembly> CACHE = new ConcurrentHashMap<>();

    private static final Map<String, Assembly> DECLARED = new ConcurrentHashMap<>();

    private final String environment;
    private final Path folder;

    private Assembly(Environment environment) {
        this.environment = environment.name();
        folder = Scratch.folder(this.environment);
        var app = Platform.app(folder);
        Platform.add(app, environment);
        app.synth();
    }

    /** Of an environment of the repository, with services A, C and B. */
    public static Assembly of(String environment) {
        return of(EnvironmentFile.of(environment));
    }

    /** Of an environment of the repository, with the services that it declares. */
    public static Assembly declared(String environment) {
        return DeclaredServices.ALL.equals(DeclaredServices.EXAMPLE)
                ? of(environment)
                : DECLARED.computeIfAbsent(environment,
                        name -> new Assembly(EnvironmentFile.of(name).loadDeclared()));
    }

    public static Assembly of(EnvironmentFile file) {
        return CACHE.computeIfAbsent(file, it -> new Assembly(it.load()));
    }

    public static Assembly of(Environment environment) {
        return new Assembly(environment);
    }

    /** Parts of stack names, in the order of the manifest. */
    public List<String> parts() {
        return read("manifest.json").get("artifacts").properties().stream()
                .filter(artifact -> "aws:cloudformation:stack".equals(artifact.getValue().get("type").asString()))
                .map(artifact -> part(artifact.getKey())).toList();
    }

    /** The stacks on which a stack waits. */
    public List<String> dependencies(String part) {
        return read("manifest.json").at("/artifacts/" + stack(part) + "/dependencies").valueStream()
                .map(JsonNode::asString).filter(name -> !name.endsWith(".assets")).map(this::part).toList();
    }

    /** A property of a stack in the manifest. */
    public JsonNode property(String part, String name) {
        return read("manifest.json").at("/artifacts/" + stack(part) + "/properties/" + name);
    }

    /** What the environment needs to be looked up in AWS. */
    public JsonNode missing() {
        return read("manifest.json").path("missing");
    }

    /** What CloudFormation's own rules found. */
    public JsonNode findings() {
        return read("validation-report.json").get("pluginReports");
    }

    public JsonNode template(String part) {
        return read(stack(part) + ".template.json");
    }

    /** Properties of all resources of that type. */
    public List<JsonNode> all(String part, String type) {
        return resources(part, type).stream().map(resource -> resource.path("Properties")).toList();
    }

    /** All resources of that type, whole. */
    public List<JsonNode> resources(String part, String type) {
        return template(part).get("Resources").valueStream()
                .filter(resource -> type.equals(resource.get("Type").asString())).toList();
    }

    /** Properties of the only resource of that type. */
    public JsonNode only(String part, String type) {
        List<JsonNode> found = all(part, type);
        if (found.size() != 1) {
            throw new AssertionError("%d of %s in %s".formatted(found.size(), type, part));
        }
        return found.getFirst();
    }

    /** The policy of the only role whose logical id begins so. */
    public JsonNode policyOf(String part, String role) {
        return all(part, "AWS::IAM::Policy").stream()
                .filter(policy -> policy.at("/Roles/0/Ref").asString().startsWith(role)).findFirst()
                .orElseThrow(() -> new AssertionError("no policy of a role " + role));
    }

    /** What the only role whose logical id begins so may do. */
    public Stream<JsonNode> statements(String part, String role) {
        return policyOf(part, role).at("/PolicyDocument/Statement").valueStream();
    }

    /** The alarm of that name. */
    public JsonNode alarm(String name) {
        return all("observability", "AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> name.equals(alarm.get("AlarmName").asString())).findFirst()
                .orElseThrow(() -> new AssertionError("no alarm " + name));
    }

    /** A container of the service's task. */
    public JsonNode container(String service, String name) {
        return only(service, "AWS::ECS::TaskDefinition").get("ContainerDefinitions").valueStream()
                .filter(container -> name.equals(container.get("Name").asString())).findFirst()
                .orElseThrow(() -> new AssertionError("no container " + name));
    }

    /** A variable of the service's own container, or null. */
    public String variable(String service, String name) {
        return value(service, name).map(JsonNode::asString).orElse(null);
    }

    /** The value of a variable of the service's own container, which another stack may give. */
    public Optional<JsonNode> value(String service, String name) {
        List<JsonNode> values = container(service, service).get("Environment").valueStream()
                .filter(variable -> name.equals(variable.get("Name").asString()))
                .map(variable -> variable.get("Value")).toList();
        if (values.size() > 1) {
            throw new AssertionError("%d values of %s".formatted(values.size(), name));
        }
        return values.stream().findFirst();
    }

    /** The shared stack has no environment in its name. */
    private String stack(String part) {
        return IMAGES.equals(part) ? "highlands-images" : prefix() + part;
    }

    private String part(String stack) {
        return "highlands-images".equals(stack) ? IMAGES : stack.substring(prefix().length());
    }

    private String prefix() {
        return "highlands-" + environment + "-";
    }

    private JsonNode read(String file) {
        return JSON.readTree(folder.resolve(file).toFile());
    }
}
