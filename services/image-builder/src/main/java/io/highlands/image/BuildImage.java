// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Completes a service's image folder: {@code BuildImage SERVICE IMAGE_FOLDER}, run in the service's own folder after its
 * jar and libraries are there.
 */
public final class BuildImage {

    private BuildImage() {
    }

    /**
     * Runs in the build.
     *
     * @param args the service's name and its image folder
     * @throws IOException when a file cannot be read or written
     * @throws InterruptedException when the build is broken off
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path service = Path.of("").toAbsolutePath();
        Path image = service.resolve(args[1]);
        new ImageFolder(args[0], image).complete(service.getParent().resolve("image"),
                service.getParent().resolveSibling("agents"));
        run(Path.of(System.getProperty("java.home")), image.resolve("app"),
                Training.read(service.resolve("src/image/training.txt")), System.out);
    }

    private static void run(Path javaHome, Path app, Training training, PrintStream out)
            throws IOException, InterruptedException {
        AotCache cache = new AotCache(javaHome, app);
        if (cache.isCurrent()) {
            return;
        }
        long started = System.nanoTime();
        cache.train(training);
        out.printf("AOT cache trained in %.1f s%n", (System.nanoTime() - started) / 1e9);
    }
}
