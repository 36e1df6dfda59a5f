// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What tells one state of an image folder from another, as a registry's digest does. The AOT cache is left out: it is made
 * of the rest, and a service does the same with another one.
 */
final class ImageDigest {

    private static final String CACHE = "app.aot";

    /** How the build names the jars of this project in lib, which it writes over. */
    private static final String OWN_JAR = "SNAPSHOT.jar";
    /** The service's classes and resources: app.jar, or, where it only names the libraries, classes.jar beside it. */
    private static final Set<String> SERVICE_JARS = Set.of("app.jar", "classes.jar");

    private ImageDigest() {
    }

    /**
     * Reads the files that the build writes over. Of the others, which have their version in their name or are linked from
     * elsewhere, name, size and, where linked, time are enough: they are most of the image.
     *
     * @param folder the image folder
     * @return 16 hexadecimal digits
     * @throws IOException when a file cannot be read
     */
    static String of(Path folder) throws IOException {
        long digest = 0;
        for (Path file : files(folder)) {
            CRC32C sum = new CRC32C();
            sum.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            if (Files.isSymbolicLink(file)) {
                sum.update((Files.size(file) + " " + Files.getLastModifiedTime(file)).getBytes(StandardCharsets.UTF_8));
            } else if (isMadeAnew(file)) {
                sum.update(Long.toString(Files.size(file)).getBytes(StandardCharsets.UTF_8));
            } else {
                update(sum, file);
            }
            // Position counts too: 31 as in List.hashCode, spread over 64 bits
            digest = digest * 0x9E3779B97F4A7C15L + sum.getValue();
        }
        return "%016x".formatted(digest);
    }

    /** Part by part: a jar of an application as it is may be larger than this process. */
    private static void update(CRC32C sum, Path file) throws IOException {
        byte[] part = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                sum.update(part, 0, read);
            }
        }
    }

    /** Whether the build gives the file another name, or makes another file, instead of writing over it. */
    static boolean isMadeAnew(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.endsWith(OWN_JAR) && !SERVICE_JARS.contains(name)
                || name.equals(CACHE);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(CACHE))
                    .sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
