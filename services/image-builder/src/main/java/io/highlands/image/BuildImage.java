// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Completes a service's image folder: {@code BuildImage SERVICE IMAGE_FOLDER TRAIN [HOME]}, run in the service's own folder
 * after its jar and libraries are there. TRAIN is {@code true} or {@code false}. HOME is the folder of an unpacked archive, for
 * a service of a project; without it the service is one of this checkout.
 */
public final class BuildImage {

    private static final int HOME = 3;

    private BuildImage() {
    }

    /**
     * Runs in the build.
     *
     * @param args the service's name, its image folder, whether to train the AOT cache, and the archive's folder
     * @throws IOException when a file cannot be read or written
     * @throws InterruptedException when the build is broken off
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path service = Path.of("").toAbsolutePath();
        Path image = service.resolve(args[1]);
        boolean isOfProject = args.length > HOME;
        Path home = isOfProject ? Path.of(args[HOME]).toRealPath() : service.getParent().getParent();
        Path shared = home.resolve("services/image");
        new ImageFolder(args[0], image).complete(shared, home.resolve("agents"),
                new Notices(shared.resolve("licences.txt"), !isOfProject));
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
