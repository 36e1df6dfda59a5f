// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Which version of Highlands a project is of, and the files as that version wrote them: {@code highlands.lock}, whose lines
 * {@code sha256sum --check} reads too.
 *
 * @param version the version; empty of a project that notes none
 * @param digests SHA-256 of each file in hexadecimal digits, by its path
 */
record VersionLock(String version, SortedMap<String, String> digests) {

    static final String FILE = "highlands.lock";

    private static final Pattern VERSION = Pattern.compile("# highlands (\\S+): .*");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    /**
     * {@return what a version's files come to}
     *
     * @param version the version
     * @param files the files
     */
    static VersionLock of(String version, Map<String, ProjectFiles.Content> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((path, content) -> digests.put(path, digest(content.text())));
        return new VersionLock(version, digests);
    }

    /**
     * {@return what a project notes}
     *
     * @param project its folder
     * @throws ControlException with the line that is none of the lock's
     */
    static VersionLock read(Path project) {
        Path file = project.resolve(FILE);
        SortedMap<String, String> digests = new TreeMap<>();
        String version = "";
        try {
            int number = 0;
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                number++;
                Matcher heading = VERSION.matcher(line);
                Matcher entry = LINE.matcher(line);
                if (heading.matches()) {
                    version = heading.group(1);
                } else if (entry.matches()) {
                    digests.put(entry.group(2), entry.group(1));
                } else if (!line.isBlank()) {
                    throw new ControlException(
                            "%s:%d: found '%s'; allowed: a SHA-256, two blanks and a path".formatted(file,
                                    number, line.length() > 80 ? line.substring(0, 80) + "…" : line));
                }
            }
        } catch (IOException e) {
            throw new ControlException(file + " cannot be read: " + FileErrors.reason(e), e);
        }
        return new VersionLock(version, digests);
    }

    /** {@return the file, in the format of {@code sha256sum} below a heading} */
    String text() {
        StringBuilder text = new StringBuilder("# highlands " + version
                + ": the files as this version wrote them; highlands upgrade replaces those that are not edited\n");
        digests.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
        return text.toString();
    }

    /** {@return the SHA-256 of a text in UTF-8, in hexadecimal digits} */
    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
