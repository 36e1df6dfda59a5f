// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/** The images that a platform runs: of a project, its own services' and the archive's reference services'. */
public final class ProjectServices {

    private final Checkout checkout;
    private final Consumer<String> tell;

    /**
     * Takes a checkout, or the project that an installed command works in.
     *
     * @param checkout the checkout
     * @param tell is told in one line what is built
     */
    public ProjectServices(Checkout checkout, Consumer<String> tell) {
        this.checkout = checkout;
        this.tell = tell;
    }

    /**
     * Builds the project's services whose sources changed. A checkout's are built by its script.
     *
     * @return the folder that holds {@code service-x/target/image} of each service
     * @throws ControlException with the first error of the build
     */
    public Path images() {
        if (!checkout.isInstalled() || !checkout.isInProject()) {
            return checkout.images();
        }
        Path project = checkout.project();
        List<Path> own = own(project.resolve("services"));
        if (!own.isEmpty()) {
            new ProjectBuild(checkout, project, tell).upToDate(own);
        }
        // Also without one: a platform that runs keeps this folder, in which the first service of its own comes later
        return new ImageLinks(checkout.state().root().resolve("project-images")).of(checkout.images(), own);
    }

    /** Those with a description of their image's training, as in a checkout. */
    private static List<Path> own(Path services) {
        if (!Files.isDirectory(services)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(services)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/image"))).sorted().toList();
        } catch (IOException e) {
            throw new ControlException(services + " cannot be read: " + FileErrors.reason(e), e);
        }
    }
}
