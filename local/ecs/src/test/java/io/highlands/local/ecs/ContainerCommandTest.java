// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.highlands.local.ecs.process.ProcessSpec;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.TaskDefinitionSpec;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerCommandTest {

    private static final Path JAVA = Path.of("/opt/jdk");

    private final Image image = new Image(Path.of("/checkout/services/app/target/image/app"), "/app",
            List.of("/app/launch"), List.of("serve"), Map.of("FROM_IMAGE", "yes", "HIGHLANDS_SERVICE", "image"));

    @Test
    void runsTheEntryPointOfTheImageInItsFolder() {
        ProcessSpec process = process(new TestService("app"));

        assertThat(process.command()).containsExactly("/checkout/services/app/target/image/app/launch", "serve");
        assertThat(process.directory()).isEqualTo(Path.of("/checkout/services/app/target/image/app"));
    }

    @Test
    void dropsTheImagesCommandWithItsEntryPoint() {
        TestService service = new TestService("app");
        ContainerSpec helper = service.helper("helper", false, "exit 0");

        assertThat(command(service, helper).process().command()).containsExactly("/bin/sh", "-c",
                "exit 0");
    }

    @Test
    void bindsToTheTasksOwnAddressAndTakesTheTemplatesVariablesBeforeTheImages() {
        assertThat(process(new TestService("app")).environment()).containsEntry("BIND_ADDRESS", "127.77.7.2:3000")
                .containsEntry("FROM_IMAGE", "yes").containsEntry("HIGHLANDS_SERVICE", "app")
                .containsEntry("JAVA_HOME", "/opt/jdk").containsEntry("TMPDIR", "/checkout/.highlands/tasks/abc/tmp");
    }

    /** Spring Boot reference, server.address and management.server.address: the address to bind to. */
    @Test
    void springBootBindsToTheTasksOwnAddressAndPublishesByTheTimeScale() {
        assertThat(process(new TestService("app").variable("SERVER_ADDRESS", "0.0.0.0")
                .variable("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
                .variable("MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_STEP", "60s")).environment())
                .containsEntry("SERVER_ADDRESS", "127.77.7.2").containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.77.7.2")
                .containsEntry("MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_STEP", "10s");
    }

    /** As eclipse-temurin, the base image, sets it to UTF-8 (adoptium/containers, 25/jre/ubuntu/noble/Dockerfile: ENV LANG). */
    @Test
    void readsPathsAsUtf8UnlessTheTemplateSaysOtherwise() {
        assertThat(process(new TestService("app")).environment()).containsEntry("LANG", "C.UTF-8");
        assertThat(process(new TestService("app").variable("LANG", "C")).environment()).containsEntry("LANG", "C");
    }

    @Test
    void inheritsNothing() {
        assertThat(process(new TestService("app")).environment().keySet()).isEqualTo(Set.of("PATH", "JAVA_HOME",
                "TMPDIR", "LANG", "FROM_IMAGE", "HIGHLANDS_SERVICE", "BIND_ADDRESS", "HIGHLANDS_JVM_OPTIONS",
                "AWS_ENDPOINT_URL", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));
    }

    @Test
    void sizesTheHeapByTheContainersMemoryAndNamesFilesWithoutTheCheckoutsPath() {
        assertThat(process(new TestService("app")).environment()).containsEntry("HIGHLANDS_JVM_OPTIONS",
                "-XX:MaxRAM=64m -XX:TieredStopAtLevel=1 "
                        + "-Djdk.net.hosts.file=../../../../../.highlands/tasks/abc/hosts "
                        + "-Djava.io.tmpdir=../../../../../.highlands/tasks/abc/tmp");
    }

    @Test
    void publishesAsMuchMoreOftenAsTheTimeScaleSaysToTheApisOfThisMachine() {
        var environment = process(new TestService("app").variable("HIGHLANDS_METRICS_STEP", "60s")).environment();

        assertThat(environment).containsEntry("HIGHLANDS_METRICS_STEP", "10s")
                .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:4566").containsEntry("AWS_REGION", "eu-west-1");
    }

    @Test
    void letsTheTemplatesOwnFlagsWin() {
        assertThat(process(new TestService("app").variable("HIGHLANDS_JVM_OPTIONS", "-XX:MaxRAM=1g")).environment()
                .get("HIGHLANDS_JVM_OPTIONS")).endsWith(" -XX:MaxRAM=1g");
    }

    @Test
    void runsTheHealthCommandInTheContainersEnvironment() {
        TestService service = new TestService("app");
        ProcessSpec check = command(service, main(service)).healthCheck();

        assertThat(check.command()).containsExactly("/checkout/services/app/target/image/app/launch", "health");
        assertThat(check.environment()).containsEntry("BIND_ADDRESS", "127.77.7.2:3000");
    }

    @Test
    void runsAShellLineAsHealthCommand() {
        TestService service = new TestService("app").healthCheck(new HealthCheckSpec(
                List.of("CMD-SHELL", "test -f x || exit 1"), Duration.ofSeconds(5), Duration.ofSeconds(3), 3,
                Duration.ZERO));

        assertThat(command(service, main(service)).healthCheck().command()).containsExactly("/bin/sh", "-c",
                "test -f x || exit 1");
    }

    /** No image is there: neither the template's command, which is the image's, nor a JVM's flags. */
    @Test
    void aCommandOfThisMachineRunsInAContainersPlace() {
        TestService service = new TestService("app").image(null).mesh(8080).variable("OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:4318");
        Image process = new Image(Path.of("/unused"), "/srv/app", List.of(), List.of("node", "/app/x.js", "{port}"),
                Map.of(), true);
        ProcessSpec spec = command(service, main(service), process,
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:14318")).process();

        assertThat(spec.command()).containsExactly("node", "/app/x.js", "3000");
        assertThat(spec.directory()).isEqualTo(Path.of("/srv/app"));
        assertThat(spec.environment()).containsKey("HOME").doesNotContainKey("HIGHLANDS_JVM_OPTIONS")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:14318");
    }

    /** The command was looked for on that PATH, and a Java program of it wants the JDK of its user. */
    @Test
    void aCommandOfThisMachineHasThisMachinesPathAndJdk() {
        Image process = new Image(Path.of("/unused"), "/srv/app", List.of(), List.of("mvn"), Map.of(), true);
        TestService service = new TestService("app").image(null).mesh(8080);
        Map<String, String> environment = command(service, main(service), process, Map.of()).process().environment();

        assertThat(environment.get("PATH")).isEqualTo(System.getenv("PATH"));
        assertThat(environment.get("JAVA_HOME")).isEqualTo(System.getenv("JAVA_HOME"));
    }

    private ProcessSpec process(TestService service) {
        return command(service, main(service)).process();
    }

    private static ContainerSpec main(TestService service) {
        return service.spec().taskDefinition().container("app");
    }

    private ContainerCommand command(TestService service, ContainerSpec container) {
        return command(service, container, image, Map.of());
    }

    private static ContainerCommand command(TestService service, ContainerSpec container, Image image,
            Map<String, String> more) {
        TaskDefinitionSpec task = service.spec().taskDefinition();
        return new ContainerCommand(task, container, image,
                new ListenerVariables(new TaskIdentity(7, "abc", "app", "highlands-test", Set.of()), List.of()),
                TaskFolder.of(Path.of("/checkout/.highlands"), "app", "abc"), JAVA,
                new AwsEnvironment("http://127.0.0.1:4566", "eu-west-1", 6), more);
    }
}
