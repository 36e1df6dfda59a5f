// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.AwsCommandLine;
import io.highlands.local.verify.AwsCli;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checks through the real AWS CLI against moto, an implementation of AWS's APIs that is not ours: first an empty account,
 * then one with what the failed lines say. Quotas are not asked: moto has no Service Quotas of Fargate.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MotoChecksTest {

    private static final long TIMEOUT_SECONDS = 180;

    @TempDir
    private static Path folder;

    private static Process moto;
    private static String endpoint;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isOnPath("moto_server") && AwsCommandLine.isInstalled(),
                "no moto_server or aws on PATH: the checks are not compared with moto here");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        moto = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        endpoint = "http://127.0.0.1:" + port;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!answers(port)) {
            assertThat(System.nanoTime()).as("moto_server listens within " + TIMEOUT_SECONDS + " s")
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean isOnPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.descendants().forEach(ProcessHandle::destroy);
            moto.destroy();
        }
    }

    private static Map<String, CheckResult> results() {
        AwsCli cli = new AwsCli(AwsCommandLine.program(), Optional.of(endpoint), Optional.of("eu-west-1"));
        return new Checks(cli, Assemblies.read("dev", folder), Map.of()).all().stream()
                .filter(result -> !result.what().startsWith("quota"))
                .collect(Collectors.toMap(CheckResult::what, result -> result));
    }

    @Test
    @Order(1)
    void anEmptyAccountLacksRoleBootstrapAndImages() {
        Map<String, CheckResult> results = results();

        assertThat(results.get("credentials").isOk()).isTrue();
        assertThat(results.get("ECS service-linked role").found()).isEqualTo("the account has no AWSServiceRoleForECS");
        assertThat(results.get("CDK bootstrap").found()).isEqualTo("this account and Region have none");
        assertThat(results.get("image of service-a").found()).endsWith(" is not in ECR");
    }

    @Test
    @Order(2)
    void whatTheLinesSayMendsThem() throws IOException, InterruptedException {
        // The line says create-service-linked-role, and AWS then names the role AWSServiceRoleForECS; moto calls it ...Forecs
        aws("iam", "create-role", "--role-name", "AWSServiceRoleForECS", "--path",
                "/aws-service-role/ecs.amazonaws.com/",
                "--assume-role-policy-document", "{\"Version\": \"2012-10-17\", \"Statement\": []}");
        aws("ssm", "put-parameter", "--name", "/cdk-bootstrap/hnb659fds/version", "--type", "String", "--value", "30");
        for (ServiceImage image : ServiceImage.of(Assemblies.read("dev", folder))) {
            aws("ecr", "create-repository", "--repository-name", image.repository());
            aws("ecr", "put-image", "--repository-name", image.repository(), "--image-tag", image.reference(),
                    "--image-manifest", """
                            {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
                             "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1,
                             "digest": "sha256:%s"}, "layers": []}""".formatted("ab".repeat(32)));
        }

        Map<String, CheckResult> results = results();

        assertThat(List.of("ECS service-linked role", "CDK bootstrap", "image of service-a", "image of service-b",
                "image of service-c")).allSatisfy(
                        what -> assertThat(results.get(what).isOk())
                                .as(results.get(what).toString()).isTrue());
    }

    private static void aws(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(AwsCommandLine.program(), "--endpoint-url", endpoint, "--region", "eu-west-1"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_PAGER", ""));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
