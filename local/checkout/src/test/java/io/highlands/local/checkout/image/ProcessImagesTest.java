// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Commands in the place of images. Source of where a program is looked for: POSIX, XBD 8.3, {@code PATH}. */
class ProcessImagesTest {

    private static final String PROGRAM = "#!/bin/sh\n";

    @TempDir
    private Path root;
    private ProcessImages images;

    @BeforeEach
    void checkoutWithAServiceOfAnotherImage() throws IOException {
        write("platform-infra/environments/local.yaml", "image: '1'\n");
        write("platform-infra/services.yaml", """
                services:
                  pages:
                    kind: container
                    local:
                      command: [serve, "{port}"]
                      folder: ../pages
                """);
        write("pages/index.html", "one");
        declare("serve", "../pages");
        program("bin/serve");
        images = new ProcessImages(new Checkout(root), root.resolve("none") + ":" + root.resolve("bin"));
    }

    @Test
    void folderSaysWhatRunsInTheImagesPlaceAndWhere() throws IOException {
        assertThat(images.make(assembly())).containsExactly("pages");

        assertThat(made("image.json")).contains("\"process\":true", "\"command\":[\"serve\",\"{port}\"]",
                "\"workingDirectory\":\"" + root.resolve("pages") + "\"");
    }

    /** Whatever is deployed, a digest of the folder decides: it covers all of its files. */
    @Test
    void changedFileOfTheProgramChangesIt() throws IOException {
        images.make(assembly());
        String before = made("process.json");
        images.make(assembly());
        assertThat(made("process.json")).isEqualTo(before);

        write("pages/.git/index", "left out");
        write("pages/node_modules/a.js", "left out");
        images.make(assembly());
        assertThat(made("process.json")).isEqualTo(before);

        write("pages/index.html", "two");
        Files.setLastModifiedTime(root.resolve("pages/index.html"), FileTime.fromMillis(1_000));
        images.make(assembly());
        assertThat(made("process.json")).isNotEqualTo(before);
    }

    @Test
    void fileBehindALinkToTheFolderCountsToo() throws IOException {
        Files.createSymbolicLink(root.resolve("linked"), root.resolve("pages"));
        declare("serve", "../linked");
        images.make(assembly());
        String before = made("process.json");

        write("pages/more.html", "two");
        images.make(assembly());
        assertThat(made("process.json")).isNotEqualTo(before);
    }

    @Test
    void folderOfAServiceThatRunsNoneAnyMoreGoes() throws IOException {
        images.make(assembly());
        write(".highlands/images/orders/target/image/app/app.jar", "another kind's");
        write("assembly/pages.template.json", "{}");

        assertThat(images.make(assembly())).isEmpty();
        assertThat(root.resolve(".highlands/images/pages")).doesNotExist();
        assertThat(root.resolve(".highlands/images/orders")).exists();
    }

    @Test
    void jarsAreNotTakenForProcesses() throws IOException {
        images.make(assembly());

        assertThat(new JarImages(new Checkout(root)).make(assembly())).isEmpty();
        assertThat(root.resolve(".highlands/images/pages/target/image/image.json")).exists();
    }

    @Test
    void programThatIsNotOnThePathIsRefusedInOneLine() throws IOException {
        Files.delete(root.resolve("bin/serve"));

        assertRefused("services.yaml:5:7: services.pages.local.command: found serve, which is not there; allowed: "
                + "a program on the PATH, or the path of one seen from " + root.resolve("pages"));
    }

    @Test
    void fileThatIsNotExecutableIsRefused() throws IOException {
        declare("./serve.sh", "../pages");
        write("pages/serve.sh", PROGRAM);

        assertRefused("services.yaml:5:7: services.pages.local.command: found ./serve.sh, which is not executable: ");
    }

    @Test
    void pathOfAProgramIsSeenFromTheFolder() throws IOException {
        declare("./serve.sh", "../pages");
        program("pages/serve.sh");

        assertThat(images.make(assembly())).containsExactly("pages");
    }

    @Test
    void folderThatIsNoneIsRefused() throws IOException {
        declare("serve", "../other");

        assertRefused("services.yaml:6:7: services.pages.local.folder: found " + root.resolve("other")
                + ", which is no folder; allowed: the folder in which the command runs");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> images.make(assembly())).isInstanceOf(ControlException.class)
                .hasMessageStartingWith(message).message().doesNotContain("\n");
        assertThat(root.resolve(".highlands/images")).doesNotExist();
    }

    private String made(String file) throws IOException {
        return Files.readString(root.resolve(".highlands/images/pages/target/image").resolve(file));
    }

    private Path assembly() {
        return root.resolve("assembly");
    }

    private void declare(String program, String folder) throws IOException {
        write("assembly/pages.template.json", """
                {"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition",
                 "Metadata": {"highlands:process": {"Command": ["%s", "{port}"], "Folder": "%s"}},
                 "Properties": {"ContainerDefinitions": [{"Name": "pages"}]}}}}
                """.formatted(program, folder));
    }

    private void program(String file) throws IOException {
        write(file, PROGRAM);
        Files.setPosixFilePermissions(root.resolve(file), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
