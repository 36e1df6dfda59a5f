// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * A folder with a link to the folder of each service, so that images of two places are in one.
 *
 * @param folder the folder of the links
 */
record ImageLinks(Path folder) {

    /**
     * Brings the links up to date; one that is right is not touched, as a running task may read by it.
     *
     * @param reference the folder of the reference services
     * @param own the folders of the project's services, which come before a reference service of their name
     * @return the folder of the links
     */
    Path of(Path reference, List<Path> own) {
        try {
            Map<String, Path> targets = new TreeMap<>();
            try (Stream<Path> services = Files.list(reference)) {
                services.filter(service -> Files.isRegularFile(service.resolve("target/image/image.json")))
                        .forEach(service -> targets.put(service.getFileName().toString(), service));
            }
            own.forEach(service -> targets.put(service.getFileName().toString(), service));
            Files.createDirectories(folder);
            removeOthers(targets);
            for (Map.Entry<String, Path> target : targets.entrySet()) {
                if (!Files.exists(folder.resolve(target.getKey()), LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(folder.resolve(target.getKey()), target.getValue());
                }
            }
            return folder;
        } catch (IOException e) {
            throw new ControlException(folder + " cannot be written: " + FileErrors.reason(e), e);
        }
    }

    private void removeOthers(Map<String, Path> targets) throws IOException {
        List<Path> links;
        try (Stream<Path> found = Files.list(folder)) {
            links = found.toList();
        }
        for (Path link : links) {
            Path target = targets.get(link.getFileName().toString());
            if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(target)) {
                Files.delete(link);
            }
        }
    }
}
