// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The AWS CLI that commands are run with.
 *
 * @param executable where it is
 * @param version what it calls itself, such as 2.9.19
 */
public record AwsClient(Path executable, String version) {

    private static final Pattern VERSION = Pattern.compile("aws-cli/((\\d+)\\.(\\d+)[0-9.]*)");

    /** Debian 12's, and what version 1 was at the same time. Older ones have not been tried. */
    private static final int OLDEST_OF_TWO = 9;
    private static final int OLDEST_OF_ONE = 27;
    private static final long TIMEOUT_SECONDS = 60;

    /**
     * Finds it and looks how old it is.
     *
     * @param command a path, or a name to look for
     * @param path where to look: folders, as in PATH
     * @return the client
     * @throws ShellException when there is none, or an older one than 2.9 (of version 1: 1.27)
     */
    public static AwsClient find(String command, String path) {
        Path executable = Stream.concat(
                command.contains(File.separator) ? Stream.of(Path.of(command)) : Stream.empty(),
                Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, command)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst()
                .orElseThrow(() -> new ShellException("no AWS CLI '" + command
                        + "': install version 2.9 or later (https://docs.aws.amazon.com/cli/), or name it with --aws"));
        String said = version(executable.toAbsolutePath());
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new ShellException(executable + " says of its version '" + said.strip()
                    + "'; allowed: an AWS CLI, which says aws-cli/2.9 or later");
        }
        int major = Integer.parseInt(version.group(2));
        int minor = Integer.parseInt(version.group(3));
        boolean old = major < 1 || major == 1 && minor < OLDEST_OF_ONE || major == 2 && minor < OLDEST_OF_TWO;
        if (old) {
            throw new ShellException(executable + " is version " + version.group(1)
                    + "; allowed: 2.9 or later, of version 1 1.27 or later; another is named with --aws");
        }
        return new AwsClient(executable.toAbsolutePath(), version.group(1));
    }

    private static String version(Path executable) {
        try {
            ProcessBuilder builder = new ProcessBuilder(executable.toString(), "--version").redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"));
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().putAll(Map.of("AWS_EC2_METADATA_DISABLED", "true", "AWS_CONFIG_FILE", "/dev/null",
                    "AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return said.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new ShellException(executable + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShellException("interrupted while " + executable + " said its version", e);
        }
    }
}
