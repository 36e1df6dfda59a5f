// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

/** What another archive changes in a project, and that nothing of what somebody edited is lost. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ProjectUpgradeTest {

    @TempDir
    private Path root;
    private Path project;
    private Path backup;
    private SampleArchive next;

    @BeforeEach
    void aProjectOfTheFormerVersion() throws IOException {
        project = root.resolve("demo");
        backup = project.resolve(".highlands/backup/1");
        next = SampleArchive.in(root.resolve("next"), "2.0.0");
        new NewProject(SampleArchive.in(root.resolve("former"), "1.0.0").root(), project).create();
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, project.resolve("environments").toString());
    }

    @AfterEach
    void noProject() {
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
    }

    private ProjectUpgrade upgrade() {
        return ProjectUpgrade.of(new Checkout(next.root()));
    }

    private void edit(String path, String text) throws IOException {
        Files.writeString(project.resolve(path), text);
    }

    @Test
    void versionAndFilesThatNobodyEditedChangeAndTheFormerOnesAreKept() {
        ProjectUpgrade upgrade = upgrade();
        upgrade.apply(backup);

        assertThat(upgrade.from()).isEqualTo("1.0.0");
        assertThat(upgrade.lines()).containsExactly("replace build/service-parent.xml",
                "change the version in pom.xml", "replace runbooks/edge-errors.md");
        assertThat(project.resolve("runbooks/edge-errors.md")).hasContent("# Edge errors of 2.0.0\n");
        assertThat(backup.resolve("runbooks/edge-errors.md")).hasContent("# Edge errors of 1.0.0\n");
        assertThat(backup.resolve("pom.xml")).content().contains("<version>1.0.0</version>");
        assertThat(upgrade().isNothing()).isTrue();
    }

    /** An editor and a file manager leave files of their own; environments that are gone are not synthesized again. */
    @Test
    void onlyTheEnvironmentsThatAreThereAreSynthesizedBefore() throws IOException {
        Path scratch = root.resolve("scratch");
        edit("environments/old.yaml", "");
        upgrade().writeEnvironments(scratch);
        Files.delete(project.resolve("environments/old.yaml"));
        Files.write(project.resolve("environments/.DS_Store"), new byte[]{(byte) 0xff, 0});
        upgrade().writeEnvironments(scratch);

        try (var files = Files.list(scratch)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).allMatch(name -> name.endsWith(".yaml"))
                    .contains("local.yaml").doesNotContain("old.yaml");
        }
    }

    @Test
    void aFileThatIsNoUtf8IsNamed() throws IOException {
        Files.write(project.resolve("runbooks/edge-errors.md"), new byte[]{(byte) 0xe4});

        assertThatThrownBy(this::upgrade).isInstanceOf(ControlException.class)
                .hasMessage(project.resolve("runbooks/edge-errors.md") + " is not UTF-8");
    }

    @Test
    void ofThePomTheVersionAloneChanges() throws IOException {
        edit("pom.xml", Files.readString(project.resolve("pom.xml")).replace("  <modules>\n",
                "  <modules>\n    <module>services/orders</module>\n"));
        String edited = Files.readString(project.resolve("pom.xml"));
        upgrade().apply(backup);

        assertThat(project.resolve("pom.xml")).content().isEqualTo(edited.replace("1.0.0", "2.0.0"));
    }

    @Test
    void anEditedRunbookIsKeptAndSaidInOneLine() throws IOException {
        edit("runbooks/edge-errors.md", "# Ours\n");
        ProjectUpgrade upgrade = upgrade();
        upgrade.apply(backup);

        assertThat(upgrade.lines())
                .contains("keep runbooks/edge-errors.md, which was edited here; what it is in 2.0.0: "
                        + next.root().resolve("runbooks/edge-errors.md"));
        assertThat(project.resolve("runbooks/edge-errors.md")).hasContent("# Ours\n");
        assertThat(project.resolve(VersionLock.FILE)).content().startsWith("# highlands 2.0.0: ");
    }

    /** Maven refuses a parent whose version is not the one that the child names. */
    @Test
    void theParentPomIsReplacedEvenWhereItWasEditedAndTheCopyIsKept() throws IOException {
        edit("build/service-parent.xml", "<project>ours</project>\n");
        upgrade().apply(backup);

        assertThat(project.resolve("build/service-parent.xml")).hasContent("<project>2.0.0</project>\n");
        assertThat(backup.resolve("build/service-parent.xml")).hasContent("<project>ours</project>\n");
    }

    @Test
    void anEditedEnvironmentThatTheVersionDoesNotChangeIsNotSpokenOf() throws IOException {
        edit("environments/prod.yaml", "account: '42'\n");

        assertThat(upgrade().lines()).noneMatch(line -> line.contains("prod.yaml"));
    }

    @Test
    void theDeclarationOfServicesIsTheProjectsOwn() throws IOException {
        next.write("platform-infra/services.yaml", "services: { other: {} }\n");
        upgrade().apply(backup);

        assertThat(project.resolve("services.yaml")).hasContent("services: {}\n");
    }

    @Test
    void aNewFileIsAddedAndOneThatTheProjectRemovedIsNot() throws IOException {
        next.write("runbooks/new-alarm.md", "# New\n");
        Files.delete(project.resolve("environments/prod.yaml"));
        next.write("platform-infra/environments/prod.yaml", "account: '2'\n");
        ProjectUpgrade upgrade = upgrade();
        upgrade.apply(backup);

        assertThat(upgrade.lines()).contains("add runbooks/new-alarm.md");
        assertThat(project.resolve("runbooks/new-alarm.md")).hasContent("# New\n");
        assertThat(project.resolve("environments/prod.yaml")).doesNotExist();
    }

    @Test
    void aProjectThatNotesNoVersionKeepsWhatDiffers() throws IOException {
        Files.delete(project.resolve(VersionLock.FILE));
        ProjectUpgrade upgrade = upgrade();

        assertThat(upgrade.from()).isEmpty();
        assertThat(upgrade.lines()).anyMatch(line -> line.startsWith("keep runbooks/edge-errors.md"));
        assertThat(upgrade.isNothing()).isFalse();
    }

    @Test
    void whenAFileCannotBeWrittenAllIsAsBefore() throws IOException {
        next.write("runbooks/new-alarm.md", "# New\n");
        Files.createDirectories(project.resolve("runbooks/.new-alarm.md.next"));
        Files.createDirectories(project.resolve("runbooks/.edge-errors.md.next/in-the-way"));
        Map<String, String> before = files();

        assertThatThrownBy(() -> upgrade().apply(backup)).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("nothing was changed: " + project.resolve("runbooks/edge-errors.md"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aLockThatCannotBeReadIsRefusedWithItsLine() throws IOException {
        edit(VersionLock.FILE, "# highlands 1.0.0: \n<<<<<<< ours\n");

        assertThatThrownBy(this::upgrade).hasMessage(project.resolve(VersionLock.FILE)
                + ":2: found '<<<<<<< ours'; allowed: a SHA-256, two blanks and a path");
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(project)) {
            for (Path file : found.filter(Files::isRegularFile).filter(file -> !file.startsWith(backup)).toList()) {
                files.put(project.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
