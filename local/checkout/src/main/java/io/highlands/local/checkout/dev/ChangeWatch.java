// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Tells which files below some folders have changed, by the file system's events. Folders that appear later are watched too;
 * what editors write beside a file is no change.
 */
final class ChangeWatch implements AutoCloseable {

    /** How long nothing may change before a change is complete: an editor writes a file in several steps. */
    private static final long QUIET_MILLIS = 40;

    private final WatchService events;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final List<Path> roots;

    /**
     * Begins to watch.
     *
     * @param roots folders, also those that do not exist yet where their parent does
     */
    ChangeWatch(List<Path> roots) throws IOException {
        this.roots = List.copyOf(roots);
        this.events = roots.getFirst().getFileSystem().newWatchService();
        for (Path root : roots) {
            watchAbove(root);
            watchBelow(root);
        }
    }

    /** So that a root that is deleted and made anew is found again. */
    private void watchAbove(Path root) throws IOException {
        Path parent = root.getParent();
        if (Files.isDirectory(parent)) {
            register(parent);
        }
    }

    private void watchBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                register(each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void register(Path folder) throws IOException {
        folders.put(folder.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE), folder);
    }

    /**
     * Waits for a change.
     *
     * @param longest for how long
     * @return the files that changed, were added or deleted since the last time; a root where events were lost; none in time
     */
    Set<Path> await(Duration longest) throws IOException, InterruptedException {
        Set<Path> changed = new TreeSet<>();
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); changed.isEmpty() && left > 0; left = end - System.nanoTime()) {
            WatchKey key = events.poll(left, TimeUnit.NANOSECONDS);
            if (key != null) {
                take(key, changed);
            }
        }
        for (WatchKey key = poll(); key != null; key = poll()) {
            take(key, changed);
        }
        return changed;
    }

    private WatchKey poll() throws InterruptedException {
        return events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void take(WatchKey key, Set<Path> changed) throws IOException {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                changed.addAll(roots);
            } else if (folder != null) {
                changed(folder.resolve((Path) event.context()), changed);
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    private void changed(Path file, Set<Path> changed) throws IOException {
        if (isBeside(file.getFileName().toString())) {
            return;
        }
        boolean isWithin = roots.stream().anyMatch(file::startsWith);
        if (Files.isDirectory(file)) {
            if (isWithin) {
                watchBelow(file);
                changed.addAll(ServiceModule.files(file));
            } else {
                watchOnTheWay(file, changed);
            }
        } else if (isWithin) {
            changed.add(file);
        }
    }

    /** A folder above a root, which was deleted with it and is made anew. */
    private void watchOnTheWay(Path folder, Set<Path> changed) throws IOException {
        if (roots.stream().noneMatch(root -> root.startsWith(folder))) {
            return;
        }
        register(folder);
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path each : inside) {
                changed(each, changed);
            }
        }
    }

    /** What editors keep beside the file that is edited. */
    private static boolean isBeside(String name) {
        return name.startsWith(".") || name.startsWith("#") || name.endsWith("~") || name.endsWith(".tmp")
                || name.endsWith(".swp") || name.chars().allMatch(Character::isDigit);
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
