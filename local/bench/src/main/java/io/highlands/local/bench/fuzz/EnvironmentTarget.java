// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.highlands.local.checkout.EnvironmentFile;
import io.highlands.local.checkout.TracingSwitch;
import io.highlands.local.error.UserError;

/** An environment's file, whose tracing switch is read and changed. */
final class EnvironmentTarget implements FuzzTarget {

    private final Grammar grammar = Grammar.read("environment");
    private final Path folder;

    EnvironmentTarget(FuzzWorld world) throws IOException {
        folder = Files.createDirectories(world.folder().resolve("environments"));
    }

    @Override
    public byte[] input(RandomGenerator random) {
        return Mutation.of(grammar.text(random, random.nextInt(4) == 0), random).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String take(byte[] input) throws IOException {
        Files.write(folder.resolve("fuzz.yaml"), input);
        EnvironmentFile file = new EnvironmentFile(folder, "fuzz");
        return read(file) + "\n" + changed(file);
    }

    private static String read(EnvironmentFile file) {
        try {
            return file.read().enabled() ? "on" : "off";
        } catch (UserError refused) {
            return refused.getMessage();
        }
    }

    private static String changed(EnvironmentFile file) {
        try {
            file.with(new TracingSwitch(true, Optional.of("aws"), Optional.empty(),
                    Optional.of(new BigDecimal("0.25"))));
            return "changed";
        } catch (UserError refused) {
            return refused.getMessage();
        }
    }
}
