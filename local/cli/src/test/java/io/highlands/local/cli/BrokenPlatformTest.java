// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The real templates, each broken in one place: {@code up} ends with one line, and nothing is left running. */
@Isolated("it fails on a machine that is too busy to start a platform in time")
class BrokenPlatformTest {

    @TempDir
    private Path state;

    @TempDir
    private Path folder;

    @Test
    void aMisspeltPortNameIsNamedWithStackLogicalIdAndProperty() throws Exception {
        String line = upWith("service-c", "\"PortName\": \"web\"", "\"PortName\": \"webb\"");

        assertThat(line).matches("highlands: highlands-local-service-c/Service\\w+ ServiceConnectConfiguration\\."
                + "Services\\[0]\\.PortName: 'webb' is not a port mapping of the task definition; allowed: web\n");
    }

    @Test
    void anUnresolvableReferenceIsNamedWithStackLogicalIdAndProperty() throws Exception {
        String line = upWith("service-b", "highlands-local-base:ExportsOutputFnGetAttServiceBSecurityGroup",
                "highlands-local-base:ExportsOutputFnGetAttNoSuchSecurityGroup");

        assertThat(line).startsWith("highlands: highlands-local-service-b/Service").contains("SecurityGroups[0]")
                .contains("NoSuchSecurityGroup");
    }

    @Test
    void anImageThatTheBuildDoesNotMakeIsNamed() throws Exception {
        String line = upWith("service-a", "/highlands/service-a:", "/highlands/service-z:");

        assertThat(line).startsWith("highlands: highlands-local-service-a/").contains("service-z");
    }

    @Test
    void aMissingIngressRuleIsSaidAndThatPathFailsAsItWouldInAws() throws Exception {
        Path template = copyOfLocal().resolve("highlands-local-base.template.json");
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(Files.readString(template));
        ObjectNode resources = (ObjectNode) json.path("Resources");
        resources.propertyNames().stream().filter(name -> name.startsWith("ServiceASecurityGroupfrom")
                && name.contains("ServiceB")).toList().forEach(resources::remove);
        Files.writeString(template, json.toString());
        HighlandsProcess highlands = new HighlandsProcess(state);
        String port = HighlandsProcess.freePort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(highlands.run("up", "-d", "--port", port, "--assembly", template.getParent().toString()))
                    .as(highlands.output()).isZero();
            assertThat(highlands.output()).contains("no ingress rule lets service-b reach service-a on port 3000");

            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                    + "/?name=Hello")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("\"upstream\":\"service-a\"");
        } finally {
            assertThat(highlands.run("down")).isZero();
        }
    }

    private String upWith(String service, String before, String after) throws Exception {
        Path assembly = copyOfLocal();
        Path template = assembly.resolve("highlands-local-" + service + ".template.json");
        String text = Files.readString(template);
        assertThat(text).contains(before);
        Files.writeString(template, text.replace(before, after));
        HighlandsProcess highlands = new HighlandsProcess(state);

        assertThat(highlands.run("up", "-d", "--port", HighlandsProcess.freePort(), "--assembly", assembly.toString()))
                .isEqualTo(1);
        String line = highlands.output();
        assertThat(line.lines()).hasSize(1);
        assertThat(highlands.run("down")).isZero();
        assertThat(highlands.output()).isEqualTo("nothing is running\n");
        return line;
    }

    private Path copyOfLocal() throws IOException {
        Path source = HighlandsProcess.CHECKOUT.resolve("platform-infra/target/cdk.out/local");
        Path copy = Files.createDirectories(folder.resolve("local"));
        try (Stream<Path> files = Files.list(source)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}
