// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ImageFoldersTest {

    @TempDir
    private Path root;

    /** Whichever kind is brought up to date first. */
    @Test
    void aServiceOfAnotherKindNowKeepsNothingOfTheOneBefore() throws Exception {
        ImageFolders jars = new ImageFolders(root, "app/app.jar");
        ImageFolders commands = new ImageFolders(root, "process.json");
        Files.createFile(commands.prepared("orders").resolve("process.json"));

        Files.createFile(jars.prepared("orders").resolve("app/app.jar"));
        jars.keepOnly(List.of("orders"));
        commands.keepOnly(List.of());

        assertThat(jars.image("orders").resolve("app/app.jar")).exists();
        assertThat(commands.image("orders").resolve("process.json")).doesNotExist();
    }
}
