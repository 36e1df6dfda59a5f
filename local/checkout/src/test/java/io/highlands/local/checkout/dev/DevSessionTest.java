// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A checkout with one service, whose image a JVM really starts as launch does: {@code java @main.options}. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DevSessionTest {

    private static final String SOURCE = """
            package t;
            public class Main {
                public static void main(String[] args) throws Exception {
                    System.out.println("text 1 " + new String(Main.class.getResourceAsStream("/t.properties").readAllBytes())
                            + (Main.class.getResource("/t/") == null ? " no folder" : ""));
                }
            }
            """;

    @TempDir
    private Path root;
    private Path service;
    private Path source;
    private final List<String> printed = new ArrayList<>();
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void writeService() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        service = root.resolve("services/service-t");
        for (String folder : List.of("src/image", "src/main/java/t", "src/main/resources", "target/image/app")) {
            Files.createDirectories(service.resolve(folder));
        }
        source = Files.writeString(service.resolve("src/main/java/t/Main.java"), SOURCE);
        Files.writeString(service.resolve("src/main/resources/t.properties"), "filtered=@no@");
        Path app = service.resolve("target/image/app");
        Files.writeString(app.resolveSibling("image.json"), "{}");
        Files.writeString(app.resolve("launch"), "#!/bin/sh\n");
        Files.writeString(app.resolve("jvm.options"), "-Xshare:auto\n");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "t.Main");
        try (OutputStream out = Files.newOutputStream(app.resolve("app.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new ZipEntry("t.properties"));
            jar.write("filtered=yes".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsSavedIsRunWithTheResourcesThatTheBuildFiltered() throws Exception {
        try (DevSession session = session(this::start)) {
            session.begin();
            Files.writeString(source, SOURCE.replace("text 1", "text 2"));
            session.next();
        }

        assertThat(printed).containsExactly("text 1 filtered=yes", "text 2 filtered=yes");
    }

    @Test
    void aSavedResourceIsTakenAsItIs() throws Exception {
        try (DevSession session = session(this::start)) {
            session.begin();
            Path saved = Files.writeString(service.resolve("src/main/resources/t.properties"), "saved=1");
            Files.setLastModifiedTime(saved, FileTime.from(Instant.now().plusSeconds(2)));
            session.next();
        }

        assertThat(printed.getLast()).isEqualTo("text 1 saved=1");
    }

    @Test
    void whatDoesNotCompileIsSaidAndNotRun() throws Exception {
        try (DevSession session = session(this::start)) {
            session.begin();
            Files.writeString(source, SOURCE.replace("\"text 1", "text 2"));
            session.next();
        }

        assertThat(printed).hasSize(1);
        assertThat(said.toString()).contains(source + ":4: error: ",
                "Main.java does not compile; the task that runs goes on");
    }

    @Test
    void whatTheTasksRunAlreadyIsNotDeployedAgain() throws Exception {
        try (DevSession session = session(this::start)) {
            session.begin();
            Files.writeString(source, SOURCE + "\n// a comment at the end changes no class\n");
            session.next();
        }

        assertThat(printed).hasSize(1);
    }

    @Test
    void aChangeThatDoesNotStartIsSaidAndMayBeSavedAgain() throws Exception {
        List<Path> tried = new ArrayList<>();
        try (DevSession session = session(image -> {
            tried.add(image);
            throw new ControlException("service-t cannot be started: 1 tasks failed");
        })) {
            session.begin();
            Files.writeString(source, SOURCE);
            session.next();
        }

        assertThat(tried).hasSize(2);
        assertThat(said.toString())
                .contains("service-t cannot be started: 1 tasks failed; the task that ran before goes on");
    }

    /** A restart, the tracing switch and a lost task start the image as it is then. */
    @Test
    void afterAChangeThatDoesNotStartTheImageHoldsWhatRan() throws Exception {
        List<Path> images = new ArrayList<>();
        try (DevSession session = session(image -> {
            images.add(image);
            if (images.size() == 2) {
                throw new ControlException("service-t cannot be started: 1 tasks failed");
            }
        })) {
            session.begin();
            Files.writeString(source, SOURCE.replace("text 1", "text 2"));
            session.next();
        }
        start(images.getLast());

        assertThat(images).hasSize(2);
        assertThat(printed).containsExactly("text 1 filtered=yes");
    }

    @Test
    void aServiceThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> new DevSession(new Checkout(root), "service-x", this::start, new PrintWriter(said)))
                .isInstanceOf(ControlException.class).hasMessage("dev: no service 'service-x' in "
                        + root.resolve("services") + "; there are: service-t");
    }

    @Test
    void aSecondSessionOfAServiceIsRefused() throws Exception {
        try (DevSession first = session(this::start)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> session(this::start)).isInstanceOf(ControlException.class)
                    .hasMessageStartingWith("dev: another 'highlands dev service-t' watches ");
        }
    }

    private DevSession session(DevSession.Deployment deployment) throws IOException {
        return new DevSession(new Checkout(root), "service-t", deployment, new PrintWriter(said));
    }

    /** Starts the image as launch does. */
    private void start(Path image) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@jvm.options", "@main.options").directory(image.resolve("app").toFile()).redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(printed::add);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
