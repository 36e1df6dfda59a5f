// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * What tells one state of an image folder from another, as a registry's digest does. The AOT cache is left out: it is made
 * of the rest, and a service does the same with another one.
 */
final class ImageDigest {

    private static final String CACHE = "app.aot";

    private ImageDigest() {
    }

    /**
     * Reads every file once.
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
            try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            // Position counts too: 31 as in List.hashCode, spread over 64 bits
            digest = digest * 0x9E3779B97F4A7C15L + sum.getValue();
        }
        return "%016x".formatted(digest);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(CACHE))
                    .sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
