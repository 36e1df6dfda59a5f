// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the machine's {@code sh} whether it can read a command, without running it. */
public final class ShellSyntax {

    private ShellSyntax() {
    }

    /**
     * Checks a command.
     *
     * @param command POSIX sh
     * @return what {@code sh -n} says against it, in one line, or nothing
     */
    public static Optional<String> problem(String command) {
        try {
            Process sh = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
            try (var in = sh.getOutputStream()) {
                in.write(command.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return sh.waitFor() == 0 ? Optional.empty() : said.lines().findFirst().or(() -> Optional.of("sh -n fails"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
