// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.topology.InvalidInput;

/** One run of a program that prints JSON. */
final class ToolRun {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TIMEOUT_SECONDS = 900;

    private ToolRun() {
    }

    /**
     * {@return what the program printed} Its exit code says little: cfn-guard ends with 0 or 19 and cfn-lint with a sum of
     * bits where rules fail, so the output decides.
     *
     * @param name
     *            what people call the program
     * @param scratch
     *            folder for what it prints
     * @throws InvalidInput
     *             where it cannot be started, does not end or prints no JSON
     */
    static JsonNode json(String name, Path scratch, List<String> command) {
        try {
            Files.createDirectories(scratch);
            Path out = scratch.resolve(name + ".json");
            Path err = scratch.resolve(name + ".log");
            Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new InvalidInput(name, "no end after " + TIMEOUT_SECONDS + " s", "an end before that");
            }
            return parsed(name, out, process.exitValue(), err);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String name, Path out, int code, Path err) throws IOException {
        try {
            JsonNode found = JSON.readTree(out.toFile());
            if (found.isArray()) {
                return found;
            }
        } catch (JacksonException _) {
            // Told below, with what the program itself says
        }
        String said = Files.readString(err).lines().filter(line -> !line.isBlank()).findFirst().orElse("nothing");
        throw new InvalidInput(name, "exit code " + code + " and no report (" + said + ")", "a report in JSON");
    }
}
