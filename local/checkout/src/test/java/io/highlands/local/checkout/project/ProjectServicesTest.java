// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When a project's services are built, with a wrapper that is a script of this test, and where images are then. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ProjectServicesTest {

    private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-11-01T12:00:00Z"));

    @TempDir
    private Path root;
    private Path archive;
    private Path project;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aProjectWithAService() throws IOException {
        archive = root.resolve("an archive");
        project = root.resolve("demo");
        write(archive.resolve("services/service-a/target/image/image.json"), "{}");
        write(archive.resolve("services/service-b/target/image/image.json"), "{}");
        write(archive.resolve("maven/io/highlands/service-starter/1.0/service-starter-1.0.jar"), "");
        write(project.resolve("environments/local.yaml"), "");
        write(project.resolve("services/orders/src/image/training.txt"), "");
        wrapper("mkdir -p services/orders/target/image && echo {} >services/orders/target/image/image.json");
        Files.createDirectories(project.resolve(".highlands"));
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, project.resolve("environments").toString());
        System.setProperty(Checkout.STATE_PROPERTY, project.resolve(".highlands").toString());
    }

    @AfterEach
    void noProject() {
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
        System.clearProperty(Checkout.STATE_PROPERTY);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, EARLIER);
    }

    private void wrapper(String script) throws IOException {
        Path file = project.resolve("mvnw");
        write(file, "#!/bin/sh\nprintf '%s\\n' \"$@\" >words\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path images() {
        return new ProjectServices(new Checkout(archive), told::add).images();
    }

    @Test
    void whatIsThereIsBuiltOnceAndAgainWhenItChanges() throws IOException {
        images();
        images();
        assertThat(told).containsExactly("building orders (log: .highlands/build.log) ...");
        assertThat(project.resolve("words")).content().contains("-pl\nservices/orders\n-am\n",
                "-Dhighlands.home=" + archive + "\n", "-Dhighlands.repository=file:///", "/an%20archive/maven\n");

        Path source = project.resolve("services/orders/src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "changed");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        images();
        assertThat(told).hasSize(2);
    }

    @Test
    void anotherArchiveBuildsThemAgain() throws IOException {
        images();
        write(archive.resolve("maven/io/highlands/service-starter/1.1/service-starter-1.1.jar"), "");
        images();

        assertThat(told).hasSize(2);
    }

    @Test
    void imagesOfBothAreInOneFolderAndTheProjectsOwnComesFirst() throws IOException {
        write(project.resolve("services/service-a/src/image/training.txt"), "");
        wrapper("for s in orders service-a; do mkdir -p services/$s/target/image; echo own >services/$s/target/image/image.json; done");
        Path images = images();

        assertThat(images.resolve("service-a/target/image/image.json")).hasContent("own");
        assertThat(images.resolve("service-b/target/image/image.json")).hasContent("{}");
        assertThat(images.resolve("orders/target/image/image.json")).hasContent("own");
    }

    @Test
    void aServiceThatIsRemovedLeavesNoImageBehind() throws IOException {
        write(project.resolve("services/stock/src/image/training.txt"), "");
        wrapper("for s in orders stock; do mkdir -p services/$s/target/image; echo {} >services/$s/target/image/image.json; done");
        assertThat(images().resolve("stock")).exists();
        Files.delete(project.resolve("services/stock/src/image/training.txt"));
        Files.delete(project.resolve("services/stock/src/image"));

        assertThat(images().resolve("stock")).doesNotExist();
    }

    @Test
    void aProjectWithoutServicesRunsTheArchivesAndItsFirstOneComesIntoTheSameFolder() throws IOException {
        Files.delete(project.resolve("services/orders/src/image/training.txt"));
        Files.delete(project.resolve("services/orders/src/image"));

        Path images = images();
        assertThat(images.resolve("service-a/target/image/image.json")).exists();
        assertThat(told).isEmpty();

        write(project.resolve("services/orders/src/image/training.txt"), "");
        assertThat(images()).isEqualTo(images);
        assertThat(images.resolve("orders/target/image/image.json")).exists();
    }

    @Test
    void aPackageMayHaveAnyNameAndWhatIsDeletedIsAChange() throws IOException {
        Path source = project.resolve("services/orders/src/main/java/com/example/test/target/A.java");
        write(source, "class A {}");
        images();
        told.clear();

        write(source, "class A { }");
        images();
        Files.delete(source);
        images();
        images();

        assertThat(told).hasSize(2);
    }

    @Test
    void theCompilersFirstErrorIsToldAndTheNextBuildTriesAgain() throws IOException {
        wrapper("echo '[ERROR] COMPILATION ERROR :'; echo '[ERROR] /demo/A.java:[3,5] ; expected'; exit 1");

        assertThatThrownBy(this::images).isInstanceOf(ControlException.class).hasMessage(
                "the build failed: /demo/A.java:[3,5] ; expected (whole log: .highlands/build.log)");
        assertThatThrownBy(this::images).isInstanceOf(ControlException.class);
    }

    @Test
    void aProjectWithoutAWrapperIsTold() throws IOException {
        Files.delete(project.resolve("mvnw"));

        assertThatThrownBy(this::images).hasMessage(project.resolve("mvnw")
                + ": found no program; allowed: Maven's wrapper, as in " + archive.resolve("project"));
    }
}
