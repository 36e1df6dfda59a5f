// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.durability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** A way in which a file of the store is damaged. */
enum Damage {

    /** 64 bytes at the beginning are noise. */
    HEADER,

    /** 64 bytes somewhere are noise. */
    BLOCK,

    /** The second half is cut off. */
    HALF,

    /** Nothing is left but the name. */
    EMPTY,

    /** The file is removed. */
    REMOVED;

    private static final int NOISE_BYTES = 64;

    /**
     * Damages a file of a store that no process has open.
     *
     * @return the file and what was done to it, in words
     */
    String apply(Path folder, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> file.toFile().length() > NOISE_BYTES).sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        long size = Files.size(file);
        if (this == REMOVED) {
            Files.delete(file);
        } else {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                switch (this) {
                    case HEADER -> channel.write(noise(random), 0);
                    case BLOCK -> channel.write(noise(random), random.nextLong(size - NOISE_BYTES));
                    case HALF -> channel.truncate(size / 2);
                    default -> channel.truncate(0);
                }
            }
        }
        return file.getFileName() + " " + name().toLowerCase(Locale.ROOT);
    }

    private static ByteBuffer noise(Random random) {
        byte[] noise = new byte[NOISE_BYTES];
        random.nextBytes(noise);
        return ByteBuffer.wrap(noise);
    }
}
