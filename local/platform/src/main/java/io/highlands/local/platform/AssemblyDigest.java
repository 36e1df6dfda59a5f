// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

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
import io.highlands.local.error.FileErrors;

/** What tells one cloud assembly from another: its templates and its manifest, whoever has synthesized them and when. */
final class AssemblyDigest {

    private AssemblyDigest() {
    }

    /**
     * Reads the templates.
     *
     * @param assembly the folder of the cloud assembly
     * @return SHA-256 in hexadecimal digits
     * @throws ControlException when a file cannot be read
     */
    static String of(Path assembly) {
        try (Stream<Path> files = Files.list(assembly)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> templates = files.filter(file -> file.getFileName().toString().endsWith(".template.json"))
                    .sorted().toList();
            for (Path template : templates) {
                digest.update(template.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(template));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ControlException(assembly + " cannot be read: " + FileErrors.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
