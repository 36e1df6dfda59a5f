// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of vulnerable versions against what local mode runs with; {@code build/sbom} compares all modules and images. */
class VulnerableDependenciesTest {

    private static final Path BUILD = Repository.ROOT.resolve("build");

    @Test
    void nothingOnTheClassPathIsVulnerable() throws Exception {
        List<String> components = classPath();

        assertThat(components).anyMatch(component -> component.startsWith("io.undertow:undertow-core:"));
        assertThat(complaints(components)).isEmpty();
    }

    /** The versions are those of the GitHub Advisory Database: GHSA-j382-5jj3-vw4j, GHSA-3gv6-g396-9v4r. */
    @ParameterizedTest
    @CsvSource({"2.3.18.Final, true", "2.3.24.Final, true", "2.3.25.Final, false",
            "2.4.4.Final, false", "3.0.0.Final, false"})
    void aVersionBeforeTheFirstThatIsMendedIsVulnerable(String version, boolean vulnerable) throws Exception {
        String lines = complaints(List.of("io.undertow:undertow-core:" + version));

        assertThat(lines.contains("CVE-2026-28367")).isEqualTo(vulnerable);
        assertThat(lines.isEmpty()).isEqualTo(!vulnerable);
    }

    /** By the layout of a Maven repository: group folders, artifact, version, jar. */
    private static List<String> classPath() throws IOException {
        List<String> components = new ArrayList<>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String[] folders = jar.split("/repository/");
            if (jar.endsWith(".jar") && folders.length > 1) {
                List<String> parts = Arrays.asList(folders[folders.length - 1].split("/"));
                int artifact = parts.size() - 3;
                components.add(String.join(".", parts.subList(0, artifact)) + ":" + parts.get(artifact) + ":"
                        + parts.get(artifact + 1));
            }
        }
        return components;
    }

    private static String complaints(List<String> components) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), BUILD.resolve("Vulnerable.java").toString(),
                BUILD.resolve("vulnerable-dependencies.txt").toString()));
        command.addAll(components);
        Path output = Files.createTempFile("vulnerable", ".txt");
        try {
            int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start()
                    .waitFor();
            String lines = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(code).as(lines).isEqualTo(lines.isEmpty() ? 0 : 1);
            return lines;
        } finally {
            Files.delete(output);
        }
    }
}
