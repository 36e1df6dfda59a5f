// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is put into an image folder, and when its cache is trained again.
 */
class ImageFolderTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path root;
    private Path app;
    private AotCache cache;
    private Path training;

    @BeforeEach
    void build() throws IOException {
        app = root.resolve("service-t/target/image/app");
        for (String file : new String[]{"service-t/target/image/app/app.jar", "service-t/target/image/app/lib/a.jar",
                "image/jvm.options", "image/licences.txt", "LICENSE", "agents/launch",
                "agents/target/agents/dd-java-agent.jar",
                "agents/target/agents/opentelemetry-javaagent.jar", "java/release", "training.txt"}) {
            Files.createDirectories(root.resolve(file).getParent());
            if (file.endsWith(".jar") && !file.endsWith("app.jar")) {
                NoticesTest.jar(root.resolve(file), "LICENSE", file);
            } else {
                Files.writeString(root.resolve(file), file);
            }
            Files.setLastModifiedTime(root.resolve(file), LONG_AGO);
        }
        Files.writeString(root.resolve("image/image.json"), "{\"repository\":\"@service@\"}");
        cache = new AotCache(root.resolve("java"), app);
        training = root.resolve("training.txt");
        complete();
    }

    @Test
    void theDescriptionBearsTheServicesName() {
        assertThat(app.resolveSibling("image.json")).hasContent("{\"repository\":\"service-t\"}");
    }

    @Test
    void launchCanBeRun() {
        assertThat(app.resolve("launch")).hasContent("agents/launch").isExecutable();
    }

    @Test
    void theLicencesOfAllJarsAreThere() {
        assertThat(app.resolve("LICENSE")).hasContent("LICENSE");
        assertThat(app.resolve("THIRD-PARTY-NOTICES.txt")).content().contains("\na.jar\n", "\ndd-java-agent.jar\n",
                "\nopentelemetry-javaagent.jar\n");
    }

    @Test
    void agentsAreLinksThatHoldWhereverTheRepositoryIs() throws IOException {
        Path agent = app.resolve("agents/dd-java-agent.jar");

        assertThat(Files.readSymbolicLink(agent)).isRelative();
        assertThat(agent).hasSameBinaryContentAs(root.resolve("agents/target/agents/dd-java-agent.jar"));
    }

    @Test
    void fromAProjectAgentsAreLinksToTheArchiveWhereverTheProjectIs(@TempDir Path project) throws IOException {
        Path image = project.resolve("services/own/target/image");
        Files.createDirectories(image.resolve("app/lib"));
        new ImageFolder("own", image).complete(root.resolve("image"), root.resolve("agents"),
                new Notices(root.resolve("image/licences.txt"), false));

        assertThat(Files.readSymbolicLink(image.resolve("app/agents/dd-java-agent.jar")))
                .isEqualTo(root.resolve("agents/target/agents/dd-java-agent.jar"));
    }

    @Test
    void aCacheIsCurrentUntilSomethingItWasMadeFromChanges() throws IOException {
        assertThat(cache.isCurrent(training)).isFalse();
        Files.writeString(app.resolve("app.aot"), "");
        assertThat(cache.isCurrent(training)).isFalse();
        Files.writeString(app.resolve("app.aot.fit"), "");
        complete();
        assertThat(cache.isCurrent(training)).isTrue();

        Files.setLastModifiedTime(app.resolve("lib/a.jar"), FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(cache.isCurrent(training)).isFalse();
    }

    @Test
    void aLineThatMeansNothingIsRefused() throws IOException {
        Files.writeString(training, "post /time");

        assertThatThrownBy(() -> Training.read(training))
                .hasMessageContainingAll("training.txt", "'post /time'", "get, upstream, answer, #");
    }

    private void complete() throws IOException {
        new ImageFolder("service-t", app.getParent()).complete(root.resolve("image"), root.resolve("agents"),
                new Notices(root.resolve("image/licences.txt"), true));
    }
}
