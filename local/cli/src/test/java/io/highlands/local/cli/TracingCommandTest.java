// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/** The switch as an operator types it, over copies of the real environments. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TracingCommandTest {

    private static final Path REAL = HighlandsProcess.CHECKOUT.resolve("platform-infra/environments");

    @TempDir
    private Path folder;
    private Path environments;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copies() throws IOException {
        environments = Files.createDirectories(folder.resolve("environments"));
        for (String name : new String[]{"local.yaml", "dev.yaml", "staging.yaml", "prod.yaml"}) {
            Files.copy(REAL.resolve(name), environments.resolve(name));
        }
        System.setProperty(Checkout.ROOT_PROPERTY, HighlandsProcess.CHECKOUT.toString());
        System.setProperty(Checkout.STATE_PROPERTY, folder.resolve("state").toString());
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, environments.toString());
    }

    @AfterEach
    void noCheckout() {
        System.clearProperty(Checkout.ROOT_PROPERTY);
        System.clearProperty(Checkout.STATE_PROPERTY);
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
    }

    @Test
    void switchingOnSaysWhatTheNextDeploymentChangesAndBackLeavesNothing() throws IOException {
        assertThat(run("tracing", "local", "on", "--agent", "opentelemetry", "--sample-rate", "0.25"))
                .as(err.toString())
                .isZero();
        assertThat(environments.resolve("local.yaml")).content()
                .contains("tracing:\n  enabled: true\n  agent: opentelemetry\n  sampleRate: 0.25\n");
        assertThat(out.toString().lines().map(String::strip)).contains(
                "tracing of local: off -> on, backend datadog (default), agent opentelemetry, sample rate 0.25",
                "highlands-local-service-a, highlands-local-service-b", "highlands-local-service-c",
                "~ SERVICE DD_TRACING_ENABLED: false -> true", "+ SERVICE TRACING_AGENT=opentelemetry",
                "+ container datadog-agent (public.ecr.aws/datadog/agent:7.84.6, 8126/tcp, 8125/udp, 4318/tcp, "
                        + "secret DD_API_KEY)",
                "~ SERVICE health check StartPeriod: 60 -> 120", "~ health check grace period: 60 s -> 120 s");
        out.getBuffer().setLength(0);

        assertThat(run("tracing", "local", "off")).as(err.toString()).isZero();
        assertThat(out.toString().lines().map(String::strip)).contains(
                "tracing of local: on, backend datadog (default), agent opentelemetry, sample rate 0.25 -> off",
                "- container datadog-agent",
                "~ SERVICE DD_TRACING_ENABLED: true -> false", "- SERVICE TRACING_AGENT");
        out.getBuffer().setLength(0);

        assertThat(run("tracing", "local", "off")).isZero();
        assertThat(out.toString()).isEqualTo("tracing of local: off; the file says so already\n");
    }

    @Test
    void switchingToAwsAddsTheCollectorAndItsPermissions() throws IOException {
        assertThat(run("tracing", "local", "on", "--backend", "aws")).as(err.toString()).isZero();

        assertThat(environments.resolve("local.yaml")).content()
                .contains("tracing:\n  enabled: true\n  backend: aws\n  sampleRate: 1.0\n");
        assertThat(out.toString().lines().map(String::strip)).contains(
                "tracing of local: off -> on, backend aws, agent opentelemetry (default), sample rate 1.0",
                "+ container otel-collector (public.ecr.aws/aws-observability/aws-otel-collector:v0.50.0)",
                "+ SERVICE TRACING_AGENT=opentelemetry");
        assertThat(out.toString()).doesNotContainIgnoringCase("datadog");
    }

    @Test
    void whatTheCdkAppRefusesLeavesTheFileAlone() throws IOException {
        String text = Files.readString(environments.resolve("local.yaml")).replace("drain: 1s", "drain: soon");
        Files.writeString(environments.resolve("local.yaml"), text);

        assertThat(run("tracing", "local", "on")).isEqualTo(1);
        assertThat(err.toString()).contains("drain: found soon").hasLineCount(1);
        assertThat(environments.resolve("local.yaml")).hasContent(text);
    }

    @Test
    void statusShowsAllEnvironments() {
        assertThat(run("tracing", "status")).isZero();
        assertThat(out.toString()).isEqualTo("""
                ENVIRONMENT  TRACING  BACKEND            AGENT              SAMPLE RATE    HERE
                dev          off      datadog (default)  datadog (default)  1.0            not running
                local        off      datadog (default)  datadog (default)  1.0            not running
                prod         off      datadog (default)  datadog (default)  0.1 (default)  not running
                staging      off      datadog (default)  datadog (default)  0.1 (default)  not running
                """);
    }

    @Test
    void statusAsJsonHasTheSwitchOfEachEnvironment() {
        assertThat(run("tracing", "prod", "status", "--json")).isZero();
        JsonNode prod = JsonMapper.shared().readTree(out.toString());

        assertThat(prod).hasSize(1);
        assertThat(prod.get(0).path("environment").asString()).isEqualTo("prod");
        assertThat(prod.get(0).path("enabled").asBoolean()).isFalse();
        assertThat(prod.get(0).path("sampleRate").asString()).isEqualTo("0.1 (default)");
        assertThat(prod.get(0).has("running")).isFalse();
    }

    @Test
    void badWordsAreRefusedInOneLine() {
        assertThat(refusal("tracing", "production", "on")).startsWith("highlands: unknown environment 'production'");
        assertThat(refusal("tracing", "local", "maybe"))
                .isEqualTo("highlands: 'maybe': allowed are on, off, status\n");
        assertThat(refusal("tracing", "local", "on", "--agent", "jaeger"))
                .isEqualTo("highlands: --agent jaeger: allowed are datadog, opentelemetry\n");
        assertThat(refusal("tracing", "local", "on", "--backend", "zipkin"))
                .isEqualTo("highlands: --backend zipkin: allowed are datadog, aws\n");
        assertThat(refusal("tracing", "local", "on", "--backend", "aws", "--agent", "datadog"))
                .isEqualTo("highlands: --agent datadog: allowed with --backend aws is opentelemetry\n");
        assertThat(refusal("tracing", "status", "--backend", "aws"))
                .isEqualTo("highlands: status takes no --backend\n");
        assertThat(refusal("tracing", "local", "on", "--json"))
                .isEqualTo("highlands: --json: only 'status' takes it\n");
        assertThat(refusal("tracing", "local", "on", "--sample-rate", "1.5"))
                .isEqualTo("highlands: --sample-rate 1.5: allowed are 0 to 1, such as 0.25\n");
        assertThat(refusal("tracing", "local", "on", "--sample-rate", "half"))
                .isEqualTo("highlands: --sample-rate half: allowed are 0 to 1, such as 0.25\n");
        assertThat(refusal("tracing", "status", "--agent", "datadog"))
                .isEqualTo("highlands: status takes no --agent\n");
    }

    private String refusal(String... words) {
        err.getBuffer().setLength(0);
        assertThat(run(words)).isEqualTo(1);
        return err.toString();
    }

    private int run(String... words) {
        return Highlands.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(words);
    }
}
