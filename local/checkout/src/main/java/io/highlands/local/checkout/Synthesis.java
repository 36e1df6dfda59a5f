// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/**
 * Brings an environment's stacks up to date: the CDK app runs only when it, the environment's file or the
 * declaration of services is newer.
 */
public final class Synthesis {

    /** Runs the CDK app: about 4 s on two cores, and a minute when the disk is cold. */
    private static final long TIMEOUT_SECONDS = 180;
    /** How lines of the app begin that an environment is synthesized in spite of. */
    private static final String WARNING = "warning: ";

    private final Checkout checkout;

    private final Path environments;

    /**
     * Synthesizes from the checkout's own environment files.
     *
     * @param checkout the checkout
     */
    public Synthesis(Checkout checkout) {
        this(checkout, checkout.environments());
    }

    /**
     * Synthesizes from other environment files.
     *
     * @param checkout the checkout
     * @param environments the folder that holds {@code ENV.yaml}
     */
    public Synthesis(Checkout checkout, Path environments) {
        this.checkout = checkout;
        this.environments = environments;
    }

    /**
     * Whether the stacks are older than what they are made from.
     *
     * @param environment the environment's name
     * @return false when they are up to date
     */
    public boolean isStale(String environment) {
        return isStale(environment, checkout.assembly(environment));
    }

    /** The same of stacks that are elsewhere. */
    private boolean isStale(String environment, Path assembly) {
        Path manifest = assembly.resolve("manifest.json");
        if (!Files.exists(manifest)) {
            return true;
        }
        FileTime made = modified(manifest);
        return checkout.isInstalled() && AppVersion.isAnother(checkout.platformInfra(), assembly)
                || modified(environments.resolve(environment + ".yaml")).compareTo(made) > 0
                || modified(checkout.services()).compareTo(made) > 0
                || newest(checkout.platformInfra().resolve("target/classes")).compareTo(made) > 0;
    }

    /**
     * Runs the CDK app where an environment's stacks are older than what they are made from.
     *
     * @param environment the environment's name
     * @return the folder of its stacks
     * @throws ControlException with the app's own line when it refuses the environment
     */
    public Path upToDate(String environment) {
        return upToDate(environment, checkout.assembly(environment));
    }

    /** The same of stacks that are elsewhere. */
    Path upToDate(String environment, Path assembly) {
        if (isStale(environment, assembly)) {
            run(environment, assembly);
        }
        return assembly;
    }

    /**
     * Runs the CDK app.
     *
     * @param environment the environment's name
     * @param into the folder that becomes the cloud assembly
     * @return what the app warns of, one line each
     * @throws ControlException with the app's own line when it refuses the environment
     */
    public List<String> run(String environment, Path into) {
        requireNode();
        Path next = into.resolveSibling(into.getFileName() + ".next");
        Folders.delete(next);
        Folders.create(next.getParent());
        String errors = execute(environment, next);
        if (!Files.exists(next.resolve("manifest.json"))) {
            throw new ControlException(errors.isBlank()
                    ? "the CDK app wrote no stacks for '" + environment + "'"
                    : lastLine(errors));
        }
        Folders.delete(into);
        Folders.move(next, into);
        AppVersion.write(checkout.platformInfra(), into);
        return errors.lines().filter(line -> line.startsWith(WARNING)).toList();
    }

    /**
     * Takes over stacks that were synthesized elsewhere from what the environment's file says now.
     *
     * @param environment the environment's name
     * @param assembly their folder, which is moved
     */
    void adopt(String environment, Path assembly) {
        Path into = checkout.assembly(environment);
        Folders.delete(into);
        Folders.create(into.getParent());
        Folders.move(assembly, into);
        AppVersion.write(checkout.platformInfra(), into);
        try {
            Files.setLastModifiedTime(into.resolve("manifest.json"), FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new ControlException("the stacks in " + into + " cannot be dated: " + e.getMessage(), e);
        }
    }

    private String execute(String environment, Path into) {
        try {
            Path infra = checkout.platformInfra();
            Path temporary = Files.createDirectories(checkout.output().resolve("tmp"));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.io.tmpdir=" + temporary,
                    "-Dhighlands.environments=" + environments,
                    "-Dhighlands.services=" + checkout.services(),
                    "-cp", infra.resolve("target/classes") + File.pathSeparator
                            + Files.readString(infra.resolve("target/classpath.txt")).strip(),
                    "io.highlands.infra.Synth", environment));
            Path errors = Files.createTempFile(temporary, "synth", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).directory(infra.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile());
            builder.environment().put("CDK_OUTDIR", into.toString());
            builder.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "18,20,22,24");
            builder.environment().put("CDK_VALIDATION", "false");
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ControlException("the CDK app did not end within " + TIMEOUT_SECONDS + " s");
            }
            String said = Files.readString(errors, StandardCharsets.UTF_8);
            Files.delete(errors);
            if (process.exitValue() != 0) {
                throw new ControlException(lastLine(said));
            }
            return said;
        } catch (IOException e) {
            throw new ControlException("the CDK app could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted while the CDK app ran", e);
        }
    }

    private static void requireNode() {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        if (!found) {
            throw new ControlException("no 'node' on PATH; the CDK stacks are synthesized with Node.js 22 or 24");
        }
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElse("the CDK app failed without a word");
    }

    private static FileTime newest(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Synthesis::modified).max(FileTime::compareTo).orElse(FileTime.fromMillis(Long.MAX_VALUE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException absent) {
            return FileTime.fromMillis(0);
        }
    }
}
