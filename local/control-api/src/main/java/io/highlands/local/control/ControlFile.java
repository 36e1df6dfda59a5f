// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where the running process listens and the secret that it wants to hear.
 *
 * @param pid the process
 * @param port its control port on 127.0.0.1
 * @param token the secret of this start, sent as {@code Authorization: Bearer}
 * @param environment the environment that it runs
 */
public record ControlFile(long pid, int port, String token, String environment) {

    /**
     * Reads the file.
     *
     * @param folder the state folder
     * @return its content, or nothing when there is none or it is not whole
     */
    public static Optional<ControlFile> read(StateFolder folder) {
        try {
            return Optional.of(ControlJson.read(Files.readAllBytes(folder.controlFile()), ControlFile.class));
        } catch (IOException | ControlException absentOrTorn) {
            return Optional.empty();
        }
    }

    /**
     * Writes the file, readable by its owner only, in one step.
     *
     * @param folder the state folder
     */
    public void write(StateFolder folder) {
        Path next = folder.root().resolve("control.json.next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, ControlJson.bytes(this));
            Files.move(next, folder.controlFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ControlException("the control file " + folder.controlFile() + " cannot be written: "
                    + e.getMessage(), e);
        }
    }
}
