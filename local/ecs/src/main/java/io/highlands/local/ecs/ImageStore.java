// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/**
 * Images as tasks run them: a copy of the build's output for each of its states, so that the next build does not change a
 * file under a running task. May be used by any thread.
 */
final class ImageStore {

    /**
     * An image in the store.
     *
     * @param image the image, whose root is in the store
     * @param digest what tells it from other states of the same repository
     */
    record Pulled(Image image, String digest) {}

    private final Images images;
    private final Path folder;
    private final Map<Path, Integer> users = new HashMap<>();
    private final Set<Path> unused = new HashSet<>();

    /**
     * Forgets what an earlier run kept.
     *
     * @param images what the build made
     * @param folder the folder of the store
     */
    ImageStore(Images images, Path folder) {
        this.images = images;
        this.folder = folder;
        if (Files.exists(folder)) {
            delete(folder);
        }
    }

    /** From now on a repository's image is pulled from another folder, see {@link Images#use}. */
    void use(String repository, Path folder) {
        images.use(repository, folder);
    }

    /** The digest of what a container would run if it were pulled now. */
    String digest(TaskDefinitionSpec task, ContainerSpec container) {
        try {
            return ImageDigest.of(images.find(task, container).root().getParent());
        } catch (IOException e) {
            throw new EcsException("image of " + container.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Pulls what the build has made by now, for one more user. */
    synchronized Pulled pull(TaskDefinitionSpec task, ContainerSpec container) {
        unused.forEach(ImageStore::delete);
        unused.clear();
        Image built = images.find(task, container);
        Path source = built.root().getParent();
        try {
            String digest = ImageDigest.of(source);
            Path copy = folder.resolve(Images.name(container)).resolve(digest);
            if (!Files.exists(copy)) {
                copy(source, copy);
            }
            users.merge(copy, 1, Integer::sum);
            return new Pulled(built.at(copy.resolve(source.relativize(built.root()))), digest);
        } catch (IOException e) {
            throw new EcsException("the image in " + source + " cannot be pulled to " + folder + ": " + e.getMessage(),
                    e);
        }
    }

    /** {@return an image that is pulled already, for one more user} */
    synchronized Pulled use(Pulled pulled) {
        Path copy = pulled.image().root().getParent();
        users.merge(copy, 1, Integer::sum);
        unused.remove(copy);
        return pulled;
    }

    /** One user less. An image without any is deleted by the next pull: tasks of it may still be stopping. */
    synchronized void release(Pulled pulled) {
        Path copy = pulled.image().root().getParent();
        if (users.merge(copy, -1, Integer::sum) == 0) {
            users.remove(copy);
            unused.add(copy);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path next = Files.createTempDirectory(target.getParent(), "pull");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = next.resolve(source.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    copyFile(file.toRealPath(), to);
                }
            }
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            delete(next);
            throw e;
        }
    }

    /** Files that the build makes anew are linked, those that it writes over are copied; both keep the time, which the AOT cache checks. */
    private static void copyFile(Path file, Path to) throws IOException {
        if (ImageDigest.isMadeAnew(file)) {
            try {
                Files.createLink(to, file);
                return;
            } catch (IOException | UnsupportedOperationException onlyCopies) {
                // Another file system
            }
        }
        Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new EcsException(folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
