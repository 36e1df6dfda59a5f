// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/**
 * Which CDK app has synthesized stacks. The files of an archive have one and the same time, so that times do not tell an older
 * version's stacks.
 */
final class AppVersion {

    private AppVersion() {
    }

    /** Notes beside stacks which app has made them. */
    static void write(Path platformInfra, Path assembly) {
        try {
            Files.writeString(note(assembly), of(platformInfra));
        } catch (IOException e) {
            throw new ControlException(note(assembly) + " cannot be written", e);
        }
    }

    /** Whether stacks are noted to be made by another app than the one that is there now. */
    static boolean isAnother(Path platformInfra, Path assembly) {
        try {
            return Files.exists(note(assembly)) && !Files.readString(note(assembly)).equals(of(platformInfra));
        } catch (IOException e) {
            throw new ControlException(note(assembly) + " cannot be read", e);
        }
    }

    private static Path note(Path assembly) {
        return assembly.resolveSibling(assembly.getFileName() + ".app");
    }

    /** A digest of the app's classes and of the names of its libraries. */
    private static String of(Path platformInfra) throws IOException {
        Path target = platformInfra.resolve("target");
        MessageDigest digest = sha256();
        List<Path> files;
        try (Stream<Path> found = Files.walk(target.resolve("classes"))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(target.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        if (Files.exists(target.resolve("classpath.txt"))) {
            digest.update(Files.readAllBytes(target.resolve("classpath.txt")));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
