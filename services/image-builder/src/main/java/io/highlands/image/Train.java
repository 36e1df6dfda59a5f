// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains the AOT cache where the image is built, on the Java that it will run on: {@code Train APP_FOLDER TRAINING_FILE}.
 * With {@code libraries} as a third argument it trains one of the libraries alone, for {@code highlands dev}.
 */
public final class Train {

    private Train() {
    }

    /**
     * Runs in the Dockerfile.
     *
     * @param args the folder with app.jar, and the file that says what the service does while it is trained
     * @throws IOException when a file cannot be read or written
     * @throws InterruptedException when the build is broken off
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        AotCache cache = new AotCache(Path.of(System.getProperty("java.home")), Path.of(args[0]));
        if (args.length > 2 && args[2].equals("libraries")) {
            cache.trainLibraries(Training.read(Path.of(args[1])));
            return;
        }
        BuildImage.train(cache, Path.of(args[1]), System.out);
    }
}
