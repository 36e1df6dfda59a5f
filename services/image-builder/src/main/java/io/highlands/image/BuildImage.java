// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Completes a service's image folder: {@code BuildImage SERVICE IMAGE_FOLDER TRAIN}, run in the service's own folder
 * after its jar and libraries are there. TRAIN is {@code true} or {@code false}.
 */
public final class BuildImage {

    private BuildImage() {
    }

    /**
     * Runs in the build.
     *
     * @param args the service's name, its image folder, and whether to train the AOT cache
     * @throws IOException when a file cannot be read or written
     * @throws InterruptedException when the build is broken off
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path service = Path.of("").toAbsolutePath();
        Path image = service.resolve(args[1]);
        new ImageFolder(args[0], image).complete(service.getParent().resolve("image"),
                service.getParent().resolveSibling("agents"));
        AotCache cache = new AotCache(Path.of(System.getProperty("java.home")), image.resolve("app"));
        Path training = service.resolve("src/image/training.txt");
        if (Boolean.parseBoolean(args[2]) && !cache.isCurrent(training)) {
            train(cache, training, System.out);
        }
    }

    static void train(AotCache cache, Path training, PrintStream out) throws IOException, InterruptedException {
        long started = System.nanoTime();
        cache.train(Training.read(training));
        out.printf("AOT cache trained in %.1f s%n", (System.nanoTime() - started) / 1e9);
    }
}
