// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.template.reader.PlatformReader;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenPathsTest {

    private static final Path LOCAL = Path.of(System.getProperty("highlands.cdk.out",
            "../../platform-infra/target/cdk.out")).resolve("local");

    @TempDir
    private Path folder;

    @Test
    void theTemplatesAsTheyAreHaveNone() {
        assertThat(BrokenPaths.in(PlatformReader.read(LOCAL, folder.resolve("none.json")))).isEmpty();
    }

    @Test
    void aMissingIngressRuleIsNamedByTheVariableThatNeedsIt() throws IOException {
        assertThat(without("ServiceASecurityGroupfrom", "ServiceBSecurityGroup")).singleElement().asString()
                .matches("highlands-local-service-b/Task\\w+ ContainerDefinitions\\[0]\\.Environment\\.SERVICE_A_URL: "
                        + "no ingress rule lets service-b reach service-a on port 3000 .*, so calls will time out");
    }

    @Test
    void anAliasThatNobodyRegistersIsNamedWithTheOnesThatAre() throws IOException {
        Path template = copy().resolve("highlands-local-service-b.template.json");
        Files.writeString(template,
                Files.readString(template).replace("http://service-a:8080", "http://service-x:8080"));

        assertThat(BrokenPaths.in(PlatformReader.read(template.getParent(), folder.resolve("none.json"))))
                .singleElement().asString().contains("Environment.SERVICE_A_URL: nobody registers 'service-x:8080'")
                .endsWith("registered: service-a:8080, service-b:8082, service-c:8081");
    }

    private List<String> without(String begin, String middle) throws IOException {
        Path template = copy().resolve("highlands-local-base.template.json");
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(Files.readString(template));
        ObjectNode resources = (ObjectNode) json.path("Resources");
        List<String> rules = resources.propertyNames().stream()
                .filter(name -> name.startsWith(begin) && name.contains(middle)).toList();
        assertThat(rules).hasSize(1);
        resources.remove(rules.getFirst());
        Files.writeString(template, json.toString());
        return BrokenPaths.in(PlatformReader.read(template.getParent(), folder.resolve("none.json")));
    }

    private Path copy() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("local"));
        try (Stream<Path> files = Files.list(LOCAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}
