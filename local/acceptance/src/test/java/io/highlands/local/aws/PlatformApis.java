// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.AwsCommandLine;
import io.highlands.local.aws.model.ServiceModels;
import io.highlands.local.aws.model.Shape;
import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Infrastructure;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.ecs.RunningPlatform;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;

import static org.assertj.core.api.Assertions.assertThat;

/** The APIs over a platform whose tasks really run, asked over the wire or by the AWS command line. */
final class PlatformApis implements AutoCloseable {

    private final Path folder;
    private final RunningPlatform platform;
    private final Infrastructure infrastructure;
    private final AwsServer server;

    PlatformApis(Path folder, RunningPlatform platform, Supplier<Platform> declared, Stacks stacks) {
        this.folder = folder;
        this.platform = platform;
        this.server = new AwsServer(AwsOptions.on(0), new Actions());
        this.infrastructure = new Infrastructure(platform.runtime(), declared, () -> stacks,
                Instant.parse("2026-01-01T00:00:00Z"));
        server.serve(infrastructure);
    }

    RunningPlatform platform() {
        return platform;
    }

    JsonNode ecs(String operation, String body) {
        return ok("AmazonEC2ContainerServiceV20141113." + operation, body);
    }

    /** The error of a call of ECS that is refused, as {@code code: message}. */
    String ecsRefused(String operation, String body) {
        return refused("AmazonEC2ContainerServiceV20141113." + operation, body);
    }

    JsonNode ok(String target, String body) {
        RawClient.Response response = post(target, body);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.text());
    }

    String refused(String target, String body) {
        RawClient.Response response = post(target, body);
        assertThat(response.status()).as(response.text()).isEqualTo(400);
        JsonNode error = JsonMapper.shared().readTree(response.text());
        return error.path("__type").asString() + ": " + error.path("message").asString(error.path("Message")
                .asString(""));
    }

    /** The body of the answer of a call that nobody can serve now. */
    String unavailable(String target, String body) {
        RawClient.Response response = post(target, body);
        assertThat(response.status()).as(response.text()).isEqualTo(503);
        return response.text();
    }

    /** A call in AWS Query, whatever comes of it. */
    String query(String form) {
        return send(List.of("Content-Type: application/x-www-form-urlencoded"), form).text();
    }

    /** The members of an operation's answer that AWS's model does not have, and so nobody would ever see. */
    List<String> unknownMembers(String service, String operation, Map<String, Object> input) {
        Map<String, Object> answer = AwsServer.add(new Actions(), infrastructure).find(service, operation).orElseThrow()
                .perform(new Input(input));
        Shape shape = new ServiceModels().signedFor(service).orElseThrow().operation(operation).orElseThrow().output()
                .orElseThrow();
        List<String> unknown = new ArrayList<>();
        compare(operation, shape, answer, unknown);
        return unknown;
    }

    private static void compare(String path, Shape shape, Object value, List<String> unknown) {
        switch (shape.type()) {
            case STRUCTURE -> ((Map<?, ?>) value).forEach((name, member) -> {
                Shape known = shape.members().get(name.toString());
                if (known == null) {
                    unknown.add(path + "." + name);
                } else {
                    compare(path + "." + name, known, member, unknown);
                }
            });
            case LIST -> ((List<?>) value).forEach(element -> compare(path, shape.element(), element, unknown));
            default -> {
                // A scalar of the wrong kind fails when it is written.
            }
        }
    }

    private RawClient.Response post(String target, String body) {
        return send(List.of("Content-Type: application/x-amz-json-1.1", "X-Amz-Target: " + target),
                body.replace('\'', '"'));
    }

    /** Each call has its own connection: the server closes one that is idle while a command line runs. */
    private RawClient.Response send(List<String> headers, String body) {
        try (RawClient client = new RawClient(server.port())) {
            return client.post("/", headers, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the AWS command line prints, which has to succeed. */
    String aws(String... words) {
        Child.Result result = run(words);
        assertThat(result.code()).as(result.err()).isZero();
        return result.out().strip();
    }

    /** What the AWS command line says when it fails. */
    String awsFails(String... words) {
        Child.Result result = run(words);
        assertThat(result.code()).as(result.out()).isNotZero();
        return result.err().strip();
    }

    /** Runs commands of a runbook, in which {@code aws} calls these APIs. */
    Child.Result shell(String commands) {
        return Child.run(folder, List.of("sh", "-c",
                "aws() { command " + String.join(" ", commandLine()) + " \"$@\"; }\n" + commands));
    }

    private Child.Result run(String... words) {
        List<String> command = new ArrayList<>(commandLine());
        command.addAll(List.of(words));
        return Child.run(folder, command);
    }

    private List<String> commandLine() {
        return List.of(AwsCommandLine.program(), "--endpoint-url",
                "http://127.0.0.1:" + server.port(), "--region", "eu-west-1");
    }

    @Override
    public void close() {
        server.close();
        platform.close();
    }
}
