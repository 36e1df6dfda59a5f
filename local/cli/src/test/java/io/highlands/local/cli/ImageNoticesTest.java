// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The images that the build made name each jar of others, and the Dockerfile takes what they say along. */
class ImageNoticesTest {

    private static final Path SERVICES = Path.of("../../services");
    private static final String NOTICES = "THIRD-PARTY-NOTICES.txt";

    static List<Path> images() throws IOException {
        try (Stream<Path> services = Files.list(SERVICES)) {
            return services.filter(service -> Files.isDirectory(service.resolve("src/image")))
                    .map(service -> service.resolve("target/image/app")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void anImageNamesEachJarAndItsLicence(Path app) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String folder : List.of("lib", "agents")) {
            try (Stream<Path> files = Files.list(app.resolve(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(jar -> !jar.matches("(service-starter|telemetry)-.*")).forEach(jars::add);
            }
        }

        assertThat(jars).hasSizeGreaterThan(50);
        String notices = Files.readString(app.resolve(NOTICES));
        assertThat(jars).allSatisfy(jar -> assertThat(notices).containsPattern("\n\\Q" + jar + "\\E\n  \\S"));
        assertThat(notices).contains("Apache License\n                           Version 2.0, January 2004");
        assertThat(app.resolve("LICENSE")).hasSameTextualContentAs(SERVICES.resolveSibling("LICENSE"));
    }

    @Test
    void theContainerImageHoldsThem() throws IOException {
        assertThat(Files.readString(SERVICES.resolve("Dockerfile"))).contains("\"$image\"/app/" + NOTICES,
                "\"$image\"/app/LICENSE");
    }
}
