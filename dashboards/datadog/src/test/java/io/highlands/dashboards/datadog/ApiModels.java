// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Datadog's published models of its API: npm package @datadog/datadog-api-client (Apache-2.0), fetched into target/ once.
 * Of its 140 MB only the models are unpacked.
 */
final class ApiModels {

    private static final String VERSION = "1.64.0";
    /** As the registry states it: another content of that version is refused. */
    private static final String SHA512 = "6aNItNZ/lYMDsgTfn7DvEYLW+qGGDqxX3qijIHpHFrxOf830xjX2wb7cwTjubv9j30EP33iSNGu17QA5Y1KGUg==";

    private static final Path FOLDER = Path.of("target", "datadog-api-client-" + VERSION).toAbsolutePath();
    private static final String MODELS = "package/dist/packages/datadog-api-client-v1/models";

    private ApiModels() {
    }

    /** What the models do not know of the JSON in the files, a line each. */
    static List<String> faults(List<Path> files) throws IOException, InterruptedException {
        install();
        List<String> command = new ArrayList<>(
                List.of("node", "check-models.js", FOLDER.resolve("package").toString()));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        return run(Path.of("src/test/js"), command.toArray(String[]::new)).lines().filter(line -> !line.isBlank())
                .toList();
    }

    private static void install() throws IOException, InterruptedException {
        if (Files.exists(FOLDER.resolve(MODELS + "/ObjectSerializer.js"))) {
            return;
        }
        Files.createDirectories(FOLDER);
        Path archive = FOLDER.resolve("datadog-datadog-api-client-" + VERSION + ".tgz");
        run(FOLDER, "npm", "pack", "--silent", "--prefer-offline", "@datadog/datadog-api-client@" + VERSION);
        assertThat(sha512(archive)).as(archive.toString()).isEqualTo(SHA512);
        run(FOLDER, "tar", "-xzf", archive.toString(), "package/dist/logger.js", "package/LICENSE",
                "package/dist/packages/datadog-api-client-common/util.js", MODELS);
    }

    private static String sha512(Path file) throws IOException {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(
                    Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(FOLDER.getParent(), "child", ".out");
        Path err = Files.createTempFile(FOLDER.getParent(), "child", ".err");
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                    .redirectError(err.toFile()).start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
            assertThat(process.exitValue()).as("%s: %s", String.join(" ", command), Files.readString(err)).isZero();
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
