// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What an image says of the licences of its jars. Apache-2.0, section 4, asks to pass on a copy of the licence and what NOTICE
 * says; MIT and BSD ask for the copyright notice and the text.
 */
class NoticesTest {

    @TempDir
    private Path lib;

    @TempDir
    private Path shared;

    private Path licences;

    @BeforeEach
    void write() throws IOException {
        licences = Files.writeString(shared.resolve("licences.txt"),
                "# a comment\nsilent MIT-0 (https://mit.example)\n");
    }

    static void jar(Path file, String... entries) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries.length; i += 2) {
                jar.putNextEntry(new JarEntry(entries[i]));
                jar.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String notices() throws IOException {
        return new Notices(licences, true).of(List.of(lib));
    }

    @Test
    void theTextsOfLicencesAndNoticesAreThereOnceEach() throws IOException {
        jar(lib.resolve("a-1.0.jar"), "META-INF/LICENSE.txt", "The Licence\r\nof all", "META-INF/NOTICE", "By A");
        jar(lib.resolve("b-2.0.jar"), "LICENSE", "The Licence\nof all\n", "META-INF/licenses/c/COPYING", "By C",
                "a/License.class", "no text", "inst/META-INF/licenses/ASM", "By ASM", "inst/a/Notice.classdata",
                "no text");

        assertThat(notices()).contains("""

                a-1.0.jar
                  META-INF/LICENSE.txt: text 1
                  META-INF/NOTICE: text 2

                b-2.0.jar
                  LICENSE: text 1
                  META-INF/licenses/c/COPYING: text 3
                  inst/META-INF/licenses/ASM: text 4

                ======== Text 1 ========

                The Licence
                of all

                ======== Text 2 ========

                By A
                """).endsWith("By ASM\n").doesNotContain("no text");
    }

    @Test
    void manifestAndPomNameTheLicenceOfAJarWithoutTexts() throws IOException {
        jar(lib.resolve("a-1.0.jar"), "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\r\nBundle-License: https://licence.example\r\n\r\n");
        jar(lib.resolve("b-1.0.jar"), "META-INF/maven/g/b/pom.xml",
                "<project><licenses><license>\n <name>BSD-2-Clause</name></license></licenses></project>");

        assertThat(notices()).contains("\na-1.0.jar\n  Licence: https://licence.example\n",
                "\nb-1.0.jar\n  Licence: BSD-2-Clause\n");
    }

    @Test
    void aJarThatSaysNothingIsNamedInTheFileOrRefused() throws IOException {
        jar(lib.resolve("silent-1.0.4.jar"), "a/B.class", "");
        assertThat(notices()).contains("\nsilent-1.0.4.jar\n  Licence: MIT-0 (https://mit.example)\n");

        jar(lib.resolve("unknown-part-1.0.jar"), "a/B.class", "");
        assertThatThrownBy(this::notices).isInstanceOf(IOException.class)
                .hasMessage(
                        "services/image/licences.txt: found no line for unknown-part-1.0.jar, which says nothing of its "
                                + "licence; allowed: unknown-part LICENCE");
    }

    @Test
    void theServiceOfAProjectMayHoldAJarThatSaysNothing() throws IOException {
        jar(lib.resolve("own-1.0.jar"), "a/B.class", "");

        assertThat(new Notices(licences, false).of(List.of(lib)))
                .contains("\nown-1.0.jar\n  Licence: none stated in the jar\n");
    }

    @Test
    void jarsOfThisRepositoryNeedNoNotice() throws IOException {
        jar(lib.resolve("service-starter-0.1.0-SNAPSHOT.jar"), "a/B.class", "");

        assertThat(notices()).doesNotContain("service-starter");
    }
}
