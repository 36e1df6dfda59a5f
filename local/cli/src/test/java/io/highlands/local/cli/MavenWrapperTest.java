// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Maven that {@code mvnw} downloads is the one that was released. The sums are those of the archives in Maven Central, of which
 * the .tar.gz was compared with its published .sha512, and the .zip with what the .tar.gz holds, file by file:
 * https://maven.apache.org/tools/wrapper/#verification-of-downloaded-binaries says what the wrapper does with them.
 */
class MavenWrapperTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path home;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer repository;

    @BeforeEach
    void serveAnotherArchive() throws IOException {
        repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] other = "not what Maven released".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
            exchange.close();
        });
        repository.start();
    }

    @AfterEach
    void stop() {
        repository.stop(0);
    }

    @Test
    void bothArchivesOfTheDistributionHaveASum() throws IOException {
        Properties wrapper = new Properties();
        wrapper.load(Files.newBufferedReader(ROOT.resolve(".mvn/wrapper/maven-wrapper.properties")));

        assertThat(wrapper.getProperty("distributionUrl")).startsWith("https://repo.maven.apache.org/").endsWith(
                "/apache-maven-3.10.0-bin.zip");
        assertThat(wrapper.getProperty("distributionSha256Sum"))
                .isEqualTo("1f6d9909266510f039f59aa0e13dcd2c66da85f043e56276e41f2918f8bddaff");
        assertThat(wrapper.getProperty("distributionTarGzSha256Sum"))
                .isEqualTo("a46cc51bc74fa23fd267c7a0b9132b146dcf526da60d31aa5174e565632e9e0e");
    }

    @Test
    void anotherArchiveIsRefused() throws Exception {
        assertThat(run(System.getenv("PATH"))).contains("Failed to validate Maven distribution SHA-256");
        assertThat(asked).singleElement().asString().endsWith(".zip");
        assertThat(home.resolve("wrapper/dists/apache-maven-3.10.0")).isEmptyDirectory();
    }

    @Test
    void anotherArchiveIsRefusedWhereThereIsNoUnzipToo() throws Exception {
        Path tools = Files.createDirectory(home.resolve("tools"));
        for (String tool : List.of("sh", "uname", "dirname", "basename", "tr", "mktemp", "mkdir", "rm", "sha256sum",
                "shasum", "curl", "wget", "tar", "gzip", "printf", "ls")) {
            for (String folder : System.getenv("PATH").split(":")) {
                Path program = Path.of(folder, tool);
                if (Files.isExecutable(program) && !Files.exists(tools.resolve(tool))) {
                    Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
                    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }

        assertThat(run(tools.toString())).contains("Failed to validate Maven distribution SHA-256");
        assertThat(asked).singleElement().asString().endsWith(".tar.gz");
    }

    private String run(String path) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("mvnw").toString(), "--version")
                .redirectErrorStream(true);
        builder.environment().put("PATH", path);
        builder.environment().put("MAVEN_USER_HOME", home.toString());
        builder.environment().put("MVNW_REPOURL", "http://127.0.0.1:" + repository.getAddress().getPort());
        builder.environment().keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isNotZero();
        return said;
    }
}
