// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

/**
 * The Maven module of a service, as {@code highlands dev} reads it.
 *
 * @param service its name
 * @param folder its folder, {@code services/SERVICE}
 */
record ServiceModule(String service, Path folder) {

    /**
     * Finds a service's module.
     *
     * @throws ControlException when there is none, or the build has not made its image
     */
    static ServiceModule of(Checkout checkout, String service) {
        if (checkout.isInstalled()) {
            throw new ControlException("dev: " + checkout.root()
                    + " is an unpacked archive without sources; allowed: the command of a checkout");
        }
        List<String> services = names(checkout.images());
        if (!services.contains(service)) {
            throw new ControlException("dev: no service '" + service + "' in " + checkout.images() + "; there are: "
                    + String.join(", ", services));
        }
        ServiceModule module = new ServiceModule(service, checkout.images().resolve(service));
        if (!Files.isRegularFile(module.jar())) {
            throw new ControlException("dev: the build has not made " + module.jar() + "; make it with: highlands up");
        }
        return module;
    }

    private static List<String> names(Path services) {
        try (Stream<Path> folders = Files.list(services)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/image")))
                    .map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path java() {
        return folder.resolve("src/main/java");
    }

    Path resources() {
        return folder.resolve("src/main/resources");
    }

    /** What Maven or an IDE compiles. */
    Path classes() {
        return folder.resolve("target/classes");
    }

    /** The image folder that the build makes. */
    Path image() {
        return folder.resolve("target/image");
    }

    /** The service's classes and resources, as the build packs them. */
    Path jar() {
        return image().resolve("app/app.jar");
    }

    /** The folder of all that is made of the sources while they are edited. */
    Path work() {
        return folder.resolve("target/dev");
    }

    /** What the service does while an AOT cache is trained. */
    Path training() {
        return folder.resolve("src/image/training.txt");
    }

    List<Path> sources() {
        return files(java()).stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    /** The regular files below a folder, sorted; none where there is no such folder. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
