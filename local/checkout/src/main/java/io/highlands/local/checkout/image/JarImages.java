// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Makes the image folder of each service that runs a Spring Boot jar as it is: the jar, and beside it {@code launch}, the
 * JVM's flags and the tracing agents, as in the images that the build makes, without an AOT cache.
 */
public final class JarImages {

    private static final String JSON = """
            {
              "repository": "%1$s",
              "workingDirectory": "/app",
              "user": "10001:10001",
              "entryPoint": ["/app/launch"],
              "command": [],
              "environment": {
                "BIND_ADDRESS": "0.0.0.0:3000",
                "HIGHLANDS_SERVICE": "%1$s"
              }
            }
            """;
    private static final List<String> AGENTS = List.of("dd-java-agent.jar", "opentelemetry-javaagent.jar");
    private static final String LAUNCH = "launch";
    private static final String OPTIONS = "jvm.options";

    private final Checkout checkout;
    private final ImageFolders folders;

    /**
     * Makes them in the checkout's state folder, where local mode looks for them.
     *
     * @param checkout the checkout
     */
    public JarImages(Checkout checkout) {
        this.checkout = checkout;
        this.folders = ImageFolders.of(checkout, "app/app.jar");
    }

    /**
     * Brings them up to date. All jars are looked into before the first folder is changed.
     *
     * @param assembly the synthesized stacks
     * @return the services, each with a folder {@link #image} now
     * @throws ControlException with the line of services.yaml at fault where a jar cannot be run
     */
    public List<String> make(Path assembly) {
        List<JarService> services = JarService.of(assembly);
        services.forEach(this::check);
        List<String> names = services.stream().map(JarService::name).toList();
        try {
            folders.keepOnly(names);
            for (JarService service : services) {
                make(service);
            }
        } catch (IOException e) {
            throw new ControlException("an image cannot be made in " + folders.root() + ": " + FileErrors.reason(e), e);
        }
        return names;
    }

    /**
     * {@return the image folder of a service, {@code image.json} and {@code app}}
     *
     * @param service the service's name
     */
    public Path image(String service) {
        return folders.image(service);
    }

    private void check(JarService service) {
        new SpringBootJar(jar(service)).refusal(service.asksActuator()).ifPresent(refusal -> {
            throw new DeclaredKey(checkout.services(), service.name(), "jar")
                    .refuse(service.jar() + ": found " + refusal.found(), refusal.allowed());
        });
    }

    private Path jar(JarService service) {
        return checkout.services().toAbsolutePath().resolveSibling(service.jar()).normalize();
    }

    private void make(JarService service) throws IOException {
        Path image = folders.prepared(service.name());
        Path app = image.resolve("app");
        Files.createDirectories(app.resolve("agents"));
        copy(jar(service), app.resolve("app.jar"));
        copy(source(checkout.root().resolve("agents"), LAUNCH), app.resolve(LAUNCH));
        Files.setPosixFilePermissions(app.resolve(LAUNCH), PosixFilePermissions.fromString("rwxr-xr-x"));
        copy(source(checkout.images().resolve("image"), OPTIONS), app.resolve(OPTIONS));
        for (String agent : AGENTS) {
            copy(checkout.root().resolve("agents/target/agents").resolve(agent), app.resolve("agents").resolve(agent));
        }
        // Last, since an image without a description is none
        Files.writeString(image.resolve("image.json"), JSON.formatted(service.name()));
    }

    /** A file of the checkout, or where there are no sources the same in an image that the build made. */
    private Path source(Path sources, String name) throws IOException {
        Path file = sources.resolve(name);
        if (Files.isRegularFile(file)) {
            return file;
        }
        try (Stream<Path> services = Files.list(checkout.images())) {
            return services.sorted().map(service -> service.resolve("target/image/app").resolve(name))
                    .filter(Files::isRegularFile).findFirst()
                    .orElseThrow(() -> new ControlException("no " + name + " at " + file));
        }
    }

    /** What is the same stays, and another file takes its place in one step. Reproducible builds give all jars one time. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.mismatch(from, to) == -1) {
            return;
        }
        Path next = Files.createTempFile(to.getParent(), "copy", "");
        Files.copy(from, next, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(next, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
