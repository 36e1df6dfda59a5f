// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a build failed of, in one line of Maven's output. */
final class BuildError {

    private static final String ERROR = "[ERROR] ";

    private BuildError() {
    }

    /**
     * {@return the compiler's first error, which begins with the file, or else Maven's first that is no heading, or else the last
     * line}
     *
     * @param output what Maven printed
     */
    static Optional<String> of(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        List<String> errors = lines.stream().filter(line -> line.startsWith(ERROR)).map(BuildError::text).toList();
        return first(errors, line -> line.startsWith("/"))
                .or(() -> first(errors, line -> line.startsWith("Failed to execute goal")))
                .or(() -> first(errors, line -> !line.isBlank() && !line.endsWith(":") && !line.contains(" .....")))
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(text(lines.getLast())));
    }

    private static Optional<String> first(List<String> lines, Predicate<String> condition) {
        return lines.stream().filter(condition).findFirst();
    }

    private static String text(String line) {
        return line.replace(ERROR, "").replaceFirst(" -> \\[Help \\d+]$", "");
    }
}
