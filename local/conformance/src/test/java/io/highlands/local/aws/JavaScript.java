// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The AWS SDK for JavaScript, in target/: installed from its lock file once, and again when that changes. */
final class JavaScript {

    private static final Path FOLDER = Path.of("target", "aws-sdk-js").toAbsolutePath();

    private JavaScript() {
    }

    static Path install() throws IOException {
        Files.createDirectories(FOLDER);
        Path installed = FOLDER.resolve("node_modules/installed-lock.json");
        byte[] lock = resource("package-lock.json");
        Files.write(FOLDER.resolve("package.json"), resource("package.json"));
        Files.write(FOLDER.resolve("package-lock.json"), lock);
        Files.write(FOLDER.resolve("cloudwatch.mjs"), resource("cloudwatch.mjs"));
        if (!Files.exists(installed) || !Arrays.equals(Files.readAllBytes(installed), lock)) {
            Child.Result result = Child.run(FOLDER,
                    List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"));
            assertThat(result.code()).as("npm ci: " + result.err()).isZero();
            Files.write(installed, lock);
        }
        return FOLDER.resolve("cloudwatch.mjs");
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream stream = JavaScript.class.getResourceAsStream("clients/" + name)) {
            return stream.readAllBytes();
        }
    }
}
