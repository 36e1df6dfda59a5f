// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NewProjectTest {

    @TempDir
    private Path root;

    private Path reference;

    @BeforeEach
    void aReference() throws IOException {
        reference = SampleArchive.in(root.resolve("reference"), "1.0.0").root();
    }

    @Test
    void aNewProjectHasTheEnvironmentsAndTheDeclarationToEdit() {
        Path project = root.resolve("demo");
        new NewProject(reference, project).create();

        assertThat(project.resolve("environments/local.yaml")).hasContent("image: local # of this machine\n")
                .isWritable();
        assertThat(project.resolve("services.yaml")).isWritable();
        assertThat(project.resolve(".gitignore")).hasContent(".highlands/\ntarget/\n*.env\n");
    }

    @Test
    void mavensWrapperIsThereWithItsChecksumAndCanBeRunAndReplaced() {
        Path project = root.resolve("demo");
        new NewProject(reference, project).create();

        assertThat(project.resolve("mvnw")).isExecutable().isWritable();
        assertThat(project.resolve(".mvn/wrapper/maven-wrapper.properties")).content().contains("Sha256Sum");
    }

    @Test
    void anEmptyFolderIsAllowed() throws IOException {
        Path project = Files.createDirectories(root.resolve("empty"));
        new NewProject(reference, project).create();

        assertThat(project.resolve("environments/local.yaml")).exists();
    }

    /** A shell that is in the folder, a mount point and an open handle know it by this key. */
    @Test
    void anEmptyFolderStaysTheSameFolder() throws IOException {
        Path project = Files.createDirectories(root.resolve("empty"));
        Object before = key(project);
        new NewProject(reference, project).create();

        assertThat(key(project)).isEqualTo(before);
        try (Stream<Path> content = Files.list(project)) {
            assertThat(content.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(".gitignore",
                    ".mvn", "README.md", "build", "environments", "highlands.lock", "mvnw", "pom.xml", "runbooks",
                    "services.schema.json", "services.yaml");
        }
    }

    @Test
    void aLinkToAnEmptyFolderStaysALink() throws IOException {
        Path target = Files.createDirectories(root.resolve("disk/target"));
        Path link = Files.createSymbolicLink(root.resolve("link"), target);
        new NewProject(reference, link).create();

        assertThat(link).isSymbolicLink();
        assertThat(target.resolve("environments/local.yaml")).exists();
    }

    @Test
    void aLinkToNothingIsRefusedAndKept() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("missing"));

        assertThatThrownBy(() -> new NewProject(reference, link).create()).isInstanceOf(ControlException.class)
                .hasMessageEndingWith("allowed: a new or an empty folder");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void whatAnInterruptedAttemptLeftIsReplaced() throws IOException {
        Path project = Files.createDirectories(root.resolve("empty"));
        Files.createDirectories(project.resolve(".project.next/environments"));
        new NewProject(reference, project).create();

        assertThat(project.resolve("environments/local.yaml")).exists();
        assertThat(project.resolve(".project.next")).doesNotExist();
    }

    @Test
    void anEmptyFolderThatAProjectCannotBeWrittenToIsEmptyAgain() throws IOException {
        Path project = Files.createDirectories(root.resolve("empty"));
        Files.delete(reference.resolve("platform-infra/services.yaml"));

        assertThatThrownBy(() -> new NewProject(reference, project).create())
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("empty: the project cannot be written");
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void aFolderWithSomethingInItIsRefusedAndKept() throws IOException {
        Path project = Files.createDirectories(root.resolve("mine"));
        Files.writeString(project.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> new NewProject(reference, project).create())
                .isInstanceOf(ControlException.class)
                .hasMessage(project + ": there is something already; allowed: a new or an empty folder");
        assertThat(project).isDirectoryContaining("glob:**notes.txt").isDirectoryNotContaining("glob:**environments");
    }

    @Test
    void aProjectThatCannotBeWrittenLeavesNothing() throws IOException {
        Files.delete(reference.resolve("platform-infra/services.yaml"));

        assertThatThrownBy(() -> new NewProject(reference, root.resolve("demo")).create())
                .isInstanceOf(ControlException.class).hasMessageContaining("demo: the project cannot be written");
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).containsExactly(reference);
        }
    }

    private static Object key(Path folder) throws IOException {
        return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    }
}
