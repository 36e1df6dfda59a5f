// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Images of Spring Boot jars. Source of the manifest: Spring Boot, "The Executable Jar Format": Main-Class is a launcher,
 * Start-Class the application, nested jars are in BOOT-INF/lib.
 */
class JarImagesTest {

    private static final Map<String, String> EXECUTABLE = Map.of("Main-Class",
            "org.springframework.boot.loader.launch.JarLauncher", "Start-Class", "com.example.Orders",
            "Spring-Boot-Version", "4.1.2");
    private static final String ACTUATOR = "BOOT-INF/lib/spring-boot-actuator-4.1.2.jar";

    @TempDir
    private Path root;
    private Path jar;
    private JarImages images;

    @BeforeEach
    void checkoutWithAServiceThatRunsAJar() throws IOException {
        write("platform-infra/environments/local.yaml", "image: '1'\n");
        write("platform-infra/services.yaml", """
                services:
                  orders:
                    kind: spring-boot
                    jar: ../orders.jar
                """);
        declare("/readyz");
        write("agents/launch", "#!/bin/sh\n");
        write("agents/target/agents/dd-java-agent.jar", "datadog");
        write("agents/target/agents/opentelemetry-javaagent.jar", "opentelemetry");
        write("services/image/jvm.options", "-XX:+UseSerialGC\n");
        jar = root.resolve("orders.jar");
        images = new JarImages(new Checkout(root));
    }

    @Test
    void imageHoldsTheJarAndWhatStartsIt() throws IOException {
        jar(EXECUTABLE, ACTUATOR);

        assertThat(images.make(assembly())).containsExactly("orders");

        Path image = root.resolve(".highlands/images/orders/target/image");
        assertThat(image.resolve("app/app.jar")).hasSameBinaryContentAs(jar);
        assertThat(image.resolve("app/launch")).isExecutable().hasContent("#!/bin/sh");
        assertThat(image.resolve("app/jvm.options")).exists();
        assertThat(image.resolve("app/agents")).isDirectoryContaining("glob:**dd-java-agent.jar")
                .isDirectoryContaining("glob:**opentelemetry-javaagent.jar");
        assertThat(image.resolve("image.json")).content().contains("\"repository\": \"orders\"", "/app/launch");
    }

    /** Maven, "Configuring for Reproducible Builds": all builds of a project give their files the same time. */
    @Test
    void anotherJarTakesTheOthersPlace() throws IOException {
        jar(EXECUTABLE, ACTUATOR);
        images.make(assembly());

        FileTime time = Files.getLastModifiedTime(jar);
        jar(EXECUTABLE, ACTUATOR, "BOOT-INF/classes/New.class");
        Files.setLastModifiedTime(jar, time);
        images.make(assembly());

        assertThat(images.image("orders").resolve("app/app.jar")).hasSameBinaryContentAs(jar);
    }

    @Test
    void imageOfAServiceThatRunsNoJarAnyMoreGoes() throws IOException {
        jar(EXECUTABLE, ACTUATOR);
        images.make(assembly());
        write("assembly/orders.template.json", "{}");

        assertThat(images.make(assembly())).isEmpty();
        assertThat(root.resolve(".highlands/images/orders")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Main-Class  | found a jar without Main-Class in its manifest; allowed: an executable Spring Boot jar, as
            Start-Class | found a jar without Start-Class in its manifest; allowed: an executable Spring Boot jar, as
            """)
    void aJarThatIsNoSpringBootJarIsOneLine(String missing, String message) throws IOException {
        Map<String, String> manifest = new HashMap<>(EXECUTABLE);
        manifest.remove(missing);
        jar(manifest, ACTUATOR);

        assertRefused(message);
    }

    @Test
    void aMissingJarIsOneLine() {
        assertRefused("found no such file; allowed: the jar that the service's build makes");
    }

    @Test
    void aFileThatIsNoJarIsOneLine() throws IOException {
        write("orders.jar", "no jar");

        assertRefused("found a file that is no jar; allowed: an executable");
    }

    @Test
    void anOldSpringBootIsOneLine() throws IOException {
        Map<String, String> manifest = new HashMap<>(EXECUTABLE);
        manifest.put("Spring-Boot-Version", "2.7.18");
        jar(manifest, "BOOT-INF/lib/spring-boot-actuator-2.7.18.jar");

        assertRefused("found Spring Boot 2.7.18; allowed: Spring Boot 3 or 4");
    }

    @Test
    void aJarWithoutActuatorNeedsAHealthPathOfItsOwn() throws IOException {
        jar(EXECUTABLE);
        assertRefused("found a jar without Actuator; allowed: one with spring-boot-starter-actuator, or health naming");

        declare("/ping");
        assertThat(images.make(assembly())).containsExactly("orders");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> images.make(assembly())).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("services.yaml:4:5: services.orders.jar: ../orders.jar: " + message).message()
                .doesNotContain("\n");
        assertThat(root.resolve(".highlands/images")).doesNotExist();
    }

    private Path assembly() {
        return root.resolve("assembly");
    }

    private void declare(String health) throws IOException {
        write("assembly/orders.template.json",
                """
                        {"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Metadata": {"highlands:jar": "../orders.jar"},
                         "Properties": {"ContainerDefinitions": [{"Name": "orders", "Environment": [
                          {"Name": "HIGHLANDS_HEALTH_PATH", "Value": "%s"}]}]}}}}
                        """
                        .formatted(health));
    }

    private void jar(Map<String, String> attributes, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String entry : List.of(entries)) {
                out.putNextEntry(new ZipEntry(entry));
            }
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
