// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/** Where an installed PostgreSQL is, and how its programs are started. */
final class PostgreSqlPrograms {

    /** Where Debian and Ubuntu install each version, off the PATH. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    /** PostgreSQL refuses to run as root. In a user namespace it is nobody, and its files are root's outside. */
    private static final List<String> AS_NOBODY = List.of("unshare", "--user", "--map-user=65534",
            "--map-group=65534");

    private final Map<String, String> variables;

    PostgreSqlPrograms(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * The folder of its programs: that of the variable, the first of the PATH, or the newest that Debian installed.
     *
     * @throws ControlException where the variable names a folder without them
     */
    Optional<Path> folder() {
        String home = variables.getOrDefault(LocalPostgreSql.HOME, "");
        if (!home.isBlank()) {
            return Stream.of(Path.of(home, "bin"), Path.of(home)).filter(PostgreSqlPrograms::holds).findFirst()
                    .or(() -> {
                        throw new ControlException(
                                "%s: found %s, without initdb and postgres; allowed: a folder with both, "
                                        .formatted(LocalPostgreSql.HOME, home) + "or one whose folder bin has them");
                    });
        }
        return Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(part -> !part.isBlank()).map(Path::of).filter(PostgreSqlPrograms::holds).findFirst()
                .or(PostgreSqlPrograms::debian);
    }

    /** A command of one of its programs, which runs as another user where this is root. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(AS_NOBODY);
        }
        command.add(folder().orElseThrow().resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean holds(Path folder) {
        return Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("postgres"));
    }

    private static Optional<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d{1,3}"))
                    .sorted(Comparator.comparing(version -> -Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin")).filter(PostgreSqlPrograms::holds).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
