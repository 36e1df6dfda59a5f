// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.error.ParserMessage;

/**
 * The {@code aws} command, which knows profiles, single sign-on and signing. Only operations that read are let through.
 *
 * @param executable the command, found on the PATH unless it is a path
 * @param endpoint where the APIs are, such as local mode's {@code http://127.0.0.1:4566}; empty is AWS itself
 * @param region the Region; empty takes the one of the user's own configuration
 */
public record AwsCli(String executable, Optional<String> endpoint, Optional<String> region) {

    private static final long TIMEOUT_SECONDS = 120;

    /** {@return the answer of an operation of CloudWatch, as {@link #read} gives it} */
    JsonNode cloudWatch(String operation, String... parameters) {
        return read("cloudwatch", operation, parameters);
    }

    /**
     * Calls an operation that only reads; all pages of the response are put together.
     *
     * @param service such as {@code cloudwatch}
     * @param operation such as {@code list-metrics}
     * @param parameters its options
     * @return the response
     * @throws VerifyException when the command is not there, or AWS refuses
     */
    public JsonNode read(String service, String operation, String... parameters) {
        if (!operation.matches("(list|get|describe|batch-get)-[a-z0-9-]+")) {
            throw new IllegalArgumentException(operation + " is not an operation that only reads");
        }
        List<String> command = new ArrayList<>(List.of(executable, service, operation, "--output", "json"));
        endpoint.ifPresent(url -> command.addAll(List.of("--endpoint-url", url)));
        region.ifPresent(name -> command.addAll(List.of("--region", name)));
        command.addAll(List.of(parameters));
        return parse(run(service + " " + operation, command));
    }

    /**
     * What the command says of itself.
     *
     * @return such as {@code aws-cli/2.31.0 Python/3.13.7 Linux/6.8}
     * @throws VerifyException when the command is not there
     */
    public String version() {
        return run("--version", List.of(executable, "--version")).strip();
    }

    private String run(String operation, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AWS_PAGER", "");
        if (isLocalMode()) {
            withoutAccount(builder.environment());
        }
        builder.environment().put("AWS_CLI_ERROR_FORMAT", "legacy");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String answer = text(process.getInputStream());
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new VerifyException("aws " + operation + " did not answer within " + TIMEOUT_SECONDS
                        + " s");
            }
            if (process.exitValue() != 0) {
                throw new VerifyException("aws " + operation + ": " + errorLine(errors.join()));
            }
            return answer;
        } catch (IOException e) {
            throw new VerifyException("the AWS CLI cannot be started as '" + executable + "': install it, version 2 "
                    + "(https://docs.aws.amazon.com/cli/), or name it with --aws");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VerifyException("interrupted");
        }
    }

    private boolean isLocalMode() {
        return endpoint.map(url -> url.matches("http://(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\[::1\\])(:\\d+)?/?"))
                .orElse(false);
    }

    /** No real credentials, profile or account is shown to local mode. */
    private static void withoutAccount(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_") && !name.equals("AWS_PAGER"));
        environment.putAll(Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_DEFAULT_REGION", "us-east-1", "AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE",
                "/dev/null", "AWS_EC2_METADATA_DISABLED", "true"));
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The line that names the error code, otherwise the last one. Newer AWS CLIs print details after it, unless the format is
     * legacy (AWS CLI user guide, "Structured error output").
     */
    private static String errorLine(String errors) {
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream().filter(line -> line.contains("An error occurred (")).findFirst()
                .or(() -> lines.stream().reduce((first, second) -> second)).map(String::strip)
                .map(line -> line.replaceFirst("^aws: \\[ERROR]: ", "")).orElse("it failed and said nothing");
    }

    private static JsonNode parse(String json) {
        JsonMapper mapper = JsonMapper.shared();
        try {
            return json.isBlank() ? mapper.createObjectNode() : mapper.readTree(json);
        } catch (JacksonException e) {
            throw new VerifyException(
                    "the AWS CLI printed what is not JSON: " + ParserMessage.of(e.getOriginalMessage()));
        }
    }
}
