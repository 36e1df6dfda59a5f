// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What stands before the AWS CLI, with a client behind it that says what it was given. */
class ShimTest {

    private static final String PATH = "/usr/bin:/bin";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void setUp() throws IOException {
        shell = new Shell(client("2.9.19"), 4566, "eu-west-1", PATH);
    }

    @AfterEach
    void tearDown() {
        shell.close();
    }

    private AwsClient client(String version) throws IOException {
        Path client = Files.writeString(folder.resolve("client-" + version), """
                #!/bin/sh
                [ "$1" != --version ] || { echo "aws-cli/%s Python/3.11.2"; exit; }
                echo "$@"
                """.formatted(version));
        assertThat(client.toFile().setExecutable(true)).isTrue();
        return AwsClient.find(client.toString(), PATH);
    }

    private ShellResult run(String command) {
        return shell.run(command, Map.of(), Duration.ofSeconds(20));
    }

    @Test
    void addsTheEndpointOfLocalModeToWhatThePageSays() {
        assertThat(run("aws ecs list-services --cluster highlands-local --query 'a b'").out()).isEqualTo(
                "--endpoint-url http://127.0.0.1:4566 ecs list-services --cluster highlands-local --query a b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws --endpoint-url https://ecs.eu-west-1.amazonaws.com ecs list-services",
            "aws ecs list-services --endpoint-url=https://ecs.eu-west-1.amazonaws.com",
            "aws ecs list-services --endpoint-url https://127.0.0.1:4566.example.com",
            "aws ecs list-services --endpoint https://ecs.eu-west-1.amazonaws.com",
            "aws ecs list-services --profile admin", "aws --prof=admin ecs list-services",
            "aws s3 ls", "aws configure list", "aws sso login", "aws iam list-users",
            "aws servicediscovery discover-instances --namespace-name n --service-name s",
            "aws logs start-live-tail --log-group-identifiers x", "aws logs tail x --follow",
            "aws ssm start-session --target x", "aws --region eu-west-1 servicediscovery discover-instances",
            "aws ssm get-parameter --name https://example.com/file", "aws --version", "aws"})
    void refusesWhatCouldReachFurther(String command) {
        ShellResult result = run(command);

        assertThat(result.exit()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.errors()).startsWith("aws (rehearsal): ").hasLineCount(1);
    }

    @Test
    void theEndpointOfLocalModeIsLetThrough() {
        assertThat(run("aws --endpoint-url http://127.0.0.1:4566 --region eu-west-1 ecs list-services").good())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.8.13", "1.26.1", "0.9"})
    void anOlderClientIsRefused(String version) {
        assertThatThrownBy(() -> client(version)).isInstanceOf(ShellException.class)
                .hasMessageContaining("is version " + version + "; allowed: 2.9 or later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.9.0", "2.31.4", "3.0.0", "1.45.11"})
    void aLaterClientIsTaken(String version) throws IOException {
        assertThat(client(version).version()).isEqualTo(version);
    }

    @Test
    void aClientThatFindsItselfInAnotherAccountEndsTheRehearsalBeforeItBegins() {
        assertThatThrownBy(shell::requireLocalMode).isInstanceOf(ShellException.class).hasMessageStartingWith(
                "the AWS CLI does not reach local mode: account '--endpoint-url http://127.0.0.1:4566 sts");
    }
}
