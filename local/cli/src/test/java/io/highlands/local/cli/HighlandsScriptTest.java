// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the highlands script builds: the script itself in a checkout whose mvnw writes down what it is asked. */
class HighlandsScriptTest {

    private static final Instant BUILT = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    private Path root;

    @BeforeEach
    void aBuiltCheckout() throws IOException {
        copy("highlands");
        copy("build/jdk");
        copy("local/cli/help/highlands.txt");
        Files.writeString(root.resolve("mvnw"), "#!/bin/sh\necho \"$*\" >>mvnw.asked\n");
        Files.setPosixFilePermissions(root.resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String source : List.of("pom.xml", "services/service-a/src/main/java/A.java",
                "services/service-a/src/image/training.txt", "services/service-starter/src/main/java/S.java",
                "local/cli/target/highlands.jar", "target/built")) {
            touch(source, BUILT);
        }
    }

    @Test
    void theWordAloneIsTheHelp() throws Exception {
        assertThat(run()).startsWith("Usage: highlands");
        assertThat(asked()).isEmpty();
    }

    @Test
    void nothingIsBuiltWhenNothingChanged() throws Exception {
        run("up");

        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "alarms", "edges", "logs", "load", "fault", "rehearse", "doctor", "new",
            "attach"})
    void whatOnlyAsksTheRunningPlatformWorksWhileSourcesDoNotCompile(String word) throws Exception {
        change("services/service-a/src/main/java/A.java");
        run(word);

        assertThat(asked()).isEmpty();
    }

    @Test
    void aChangedServiceOfARunningPlatformIsBuiltAlone() throws Exception {
        touch(".highlands/control.json", BUILT);
        change("services/service-a/src/main/java/A.java");
        run("up");

        assertThat(asked()).singleElement().asString().contains("-pl services/service-a -am", "-Dimage.train=false");
    }

    /** The command synthesizes them again itself, in seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"platform-infra/services.yaml", "platform-infra/environments/local.yaml"})
    void changedDeclarationsNeedNoBuild(String file) throws Exception {
        change(file);
        run("up");

        assertThat(asked()).isEmpty();
    }

    /** The command keeps the times of the poms that it adds the service to. */
    @Test
    void aNewServiceOfARunningPlatformIsBuiltAlone() throws Exception {
        touch(".highlands/control.json", BUILT);
        for (String file : List.of("pom.xml", "src/image/training.txt", "src/main/java/W.java")) {
            change("services/weather/" + file);
        }
        run("up");

        assertThat(asked()).singleElement().asString().contains("-pl services/weather -am", "-Dimage.train=false");
    }

    @Test
    void whatAllServicesShareIsBuiltWithEverything() throws Exception {
        touch(".highlands/control.json", BUILT);
        change("services/service-a/src/main/java/A.java");
        change("services/service-starter/src/main/java/S.java");
        run("up");

        assertThat(asked()).singleElement().asString().contains("-pl !local/acceptance,!local/conformance ")
                .doesNotContain("services/");
    }

    @Test
    void theNextStartTrainsTheCacheOfAServiceThatWasBuiltAlone() throws Exception {
        touch(".highlands/control.json", BUILT);
        change("services/service-a/src/main/java/A.java");
        run("up");
        Files.delete(root.resolve(".highlands/control.json"));
        run("up");
        run("up");

        assertThat(asked()).hasSize(2);
        assertThat(asked().getLast()).contains("-pl services/service-a -am").doesNotContain("image.train");
    }

    /** JAR File Specification, "Class-Path": a jar's manifest names what it needs; another jar beside those is not read. */
    @Test
    void aLibraryThatAnEarlierBuildLeftIsNotOnTheClassPath() throws Exception {
        copy("local/cli/jvm.options");
        Path lib = Files.createDirectories(root.resolve("local/cli/target/lib"));
        jar(lib.resolve("now.jar"), "", "io/highlands/local/cli/Highlands.class", program());
        jar(lib.resolve("earlier.jar"), "", "earlier", new byte[0]);
        jar(root.resolve("local/cli/target/highlands.jar"), "lib/now.jar", "README", new byte[0]);

        assertThat(run("status")).isEqualTo("earlier: null");
    }

    /** A command that says where its class loader finds what only a left-over jar has. */
    private byte[] program() throws IOException {
        Path source = root.resolve("Highlands.java");
        Files.writeString(source, """
                package io.highlands.local.cli;
                class Highlands {
                    public static void main(String... words) {
                        System.out.print("earlier: " + ClassLoader.getSystemResource("earlier"));
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", root.toString(), source.toString()))
                .isZero();
        return Files.readAllBytes(root.resolve("io/highlands/local/cli/Highlands.class"));
    }

    private static void jar(Path file, String classPath, String entry, byte[] content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(content);
        }
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.copy(HighlandsProcess.CHECKOUT.resolve(file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        Files.setLastModifiedTime(root.resolve(file), FileTime.from(BUILT));
    }

    private void change(String source) throws IOException {
        touch(source, Instant.now());
    }

    private void touch(String file, Instant time) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(time));
    }

    private List<String> asked() throws IOException {
        Path file = root.resolve("mvnw.asked");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private String run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(root.resolve("highlands").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
