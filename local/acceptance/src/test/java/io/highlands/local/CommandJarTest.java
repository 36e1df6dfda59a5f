// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The class path of the command, which is its jar's manifest (JAR File Specification, "Class-Path"). */
class CommandJarTest {

    private static final Path TARGET = Path.of("../cli/target");

    @Test
    void everyLibraryOfTheManifestIsThere() throws IOException {
        assertThat(libraries()).hasSizeGreaterThan(20)
                .allSatisfy(library -> assertThat(TARGET.resolve(library)).exists());
    }

    @Test
    void noLibraryIsThereInTwoVersions() throws IOException {
        assertThat(libraries().map(library -> library.replaceFirst("-[0-9][^/]*\\.jar$", ""))).doesNotHaveDuplicates();
    }

    private static Stream<String> libraries() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("highlands.jar").toFile())) {
            return List.of(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH).split(" "))
                    .stream();
        }
    }
}
