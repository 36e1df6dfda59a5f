// SPDX-License-Identifier: Apache-2.0
package io.highlands.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Dockerfile's last stage and image.json describe the same image.
 */
class DockerfileTest {

    private static final List<String> INSTRUCTIONS = read();

    @ParameterizedTest
    @ValueSource(strings = {"service-a", "service-b", "service-c"})
    void bothDescribeTheSameImage(String service) throws IOException {
        JsonNode image = JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", service, "target/image/image.json")));

        assertThat(image.get("repository").asString()).isEqualTo(service);
        assertThat(image.get("user").asString()).isEqualTo(last("USER "));
        assertThat(image.get("workingDirectory").asString()).isEqualTo(last("WORKDIR "));
        assertThat(JsonMapper.shared().readTree(last("ENTRYPOINT "))).isEqualTo(image.get("entryPoint"));
        assertThat(image.get("command").isEmpty()).isTrue();
        assertThat(INSTRUCTIONS).noneMatch(line -> line.startsWith("CMD "));
        Map<String, String> environment = new TreeMap<>();
        image.get("environment").properties().forEach(e -> environment.put(e.getKey(), e.getValue().asString()));
        assertThat(environment).isEqualTo(environment(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "jvm.options", "app.jar", "lib", "app.aot", "app.aot.fit",
            "agents/dd-java-agent.jar",
            "agents/opentelemetry-javaagent.jar"})
    void theFolderHoldsWhatTheImageHolds(String file) {
        assertThat(Path.of("../service-a/target/image/app", file)).exists();
    }

    /**
     * A tag alone may name another Java tomorrow, and with it a cache that does not fit. The form is that of
     * docs.docker.com/reference/dockerfile/#from.
     */
    @ParameterizedTest
    @ValueSource(strings = {"JDK_IMAGE", "JRE_IMAGE"})
    void theBaseImagesArePinnedByTagAndDigest(String argument) {
        assertThat(last("ARG " + argument + "="))
                .matches("docker\\.io/library/eclipse-temurin:25\\.[0-9._]+-j(dk|re)-noble@sha256:[0-9a-f]{64}");
        assertThat(INSTRUCTIONS).filteredOn(line -> line.startsWith("FROM "))
                .allMatch(line -> line
                        .matches("FROM (--platform=\\$BUILDPLATFORM )?(\\$\\{J(DK|RE)_IMAGE}|image)( AS \\w+)?"));
    }

    /** The image of a jar as it is holds the same Java, is started in the same way, and runs as the same user. */
    @ParameterizedTest
    @ValueSource(strings = {"ARG JRE_IMAGE=", "USER ", "ENTRYPOINT ", "EXPOSE ", "VOLUME ", "WORKDIR "})
    void theImageOfAJarDiffersInItsLayersAlone(String instruction) throws IOException {
        assertThat(Files.readAllLines(Path.of("../jar.Dockerfile")))
                .filteredOn(line -> line.startsWith(instruction)).containsExactly(instruction + last(instruction));
    }

    /** Of one Java: the JDK compiles what the JRE runs. */
    @Test
    void bothBaseImagesAreOfTheSameJava() {
        assertThat(last("ARG JDK_IMAGE=").split("-jdk")[0]).isEqualTo(last("ARG JRE_IMAGE=").split("-jre")[0]);
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        for (String pair : last("ENV ").split("\\s+")) {
            environment.put(pair.split("=")[0], pair.split("=")[1].replace("${SERVICE}", service));
        }
        return environment;
    }

    private static String last(String instruction) {
        return INSTRUCTIONS.stream().filter(line -> line.startsWith(instruction)).toList().getLast()
                .substring(instruction.length()).strip();
    }

    private static List<String> read() {
        try {
            return Files.readString(Path.of("../Dockerfile")).replace("\\\n", " ").lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
