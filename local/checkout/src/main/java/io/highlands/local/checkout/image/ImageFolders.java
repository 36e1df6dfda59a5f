// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Folders;

/**
 * The image folders of one kind of service, in the state folder, where local mode looks for them. Other kinds have theirs beside them.
 *
 * @param root the folder of all
 * @param mark the file that folders of this kind have
 */
record ImageFolders(Path root, String mark) {

    static ImageFolders of(Checkout checkout, String mark) {
        return new ImageFolders(checkout.state().root().resolve("images"), mark);
    }

    Path image(String service) {
        return root.resolve(service).resolve("target").resolve("image");
    }

    /** {@return the image folder of a service, without what the service had as another kind} */
    Path prepared(String service) throws IOException {
        Path image = image(service);
        if (!Files.exists(image.resolve(mark))) {
            Folders.delete(root.resolve(service));
        }
        Files.createDirectories(image.resolve("app"));
        return image;
    }

    /** Removes folders of this kind but those of some services. */
    void keepOnly(List<String> services) throws IOException {
        List<Path> others = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.list(root)) {
                all.filter(each -> !services.contains(each.getFileName().toString()))
                        .filter(each -> Files.exists(image(each.getFileName().toString()).resolve(mark)))
                        .forEach(others::add);
            }
        }
        others.forEach(Folders::delete);
    }
}
