// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Environment variables as a {@code .env} file. A value that is plain is written as it is, which every reader understands,
 * {@code docker run --env-file} too; any other is quoted as Docker Compose, the plug-ins of IDEs and a shell read it.
 *
 * @see <a href="https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax">Env file
 *     syntax</a>
 */
final class EnvFile {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,?-]*");

    private EnvFile() {
    }

    /** {@return one line per variable, sorted by name} */
    static String text(Map<String, String> variables) {
        return variables.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + "\n").collect(Collectors.joining());
    }

    /** In single quotes nothing is special; in double quotes a backslash is, and a shell runs what is in backticks. */
    private static String quoted(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        if (!value.matches("(?s).*['\\n\\r].*") && !value.endsWith("\\")) {
            return "'" + value + "'";
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$").replace("`", "\\`")
                .replace("\n", "\\n").replace("\r", "\\r") + '"';
    }

    /**
     * Checks that a file can be written, before there is something to write.
     *
     * @throws ControlException in one line when it cannot
     */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw refused(file, "a folder; allowed: a file");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(file, "there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw refused(file, "the folder " + folder + " cannot be written");
        }
    }

    private static ControlException refused(Path file, String why) {
        return new ControlException("attach: --print-env " + file + ": " + why);
    }

    /**
     * Writes a file that only its owner can read, as a variable may be a secret.
     *
     * @throws ControlException in one line when it cannot be written
     */
    static void write(Path file, Map<String, String> variables) {
        Path absolute = file.toAbsolutePath();
        try {
            Path next = Files.createTempFile(absolute.getParent(), ".env", "");
            try {
                Files.writeString(next, text(variables));
                Files.move(next, absolute, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new ControlException("attach: --print-env " + file + ": " + FileErrors.line(e), e);
        }
    }
}
