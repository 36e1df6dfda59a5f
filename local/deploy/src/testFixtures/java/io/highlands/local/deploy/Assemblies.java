// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The environments that platform-infra synthesized, with the user's account in place of AWS's example account. */
public final class Assemblies {

    private static final Path OUT = Path
            .of(System.getProperty("highlands.cdk.out", "../../platform-infra/target/cdk.out"));

    private Assemblies() {
    }

    static Assembly read(String environment, Path scratch) {
        return Assembly.read(copy(environment, scratch));
    }

    /** Copies an environment's assembly and returns its folder. */
    public static Path copy(String environment, Path scratch) {
        Path into = scratch.resolve(environment);
        try (Stream<Path> files = Files.list(OUT.resolve(environment))) {
            Files.createDirectories(into);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(into.resolve(file.getFileName()),
                        Files.readString(file).replace(ExampleAccount.ID, "123456789012"));
            }
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
