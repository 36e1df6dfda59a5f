// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;
import java.util.Optional;

/**
 * An image of which the platform knows nothing but its port and its health path.
 *
 * @param image
 *            what ECS pulls
 * @param command
 *            replaces the image's command where it is not empty; {@value #PORT} in it is the port to listen on
 * @param localCommand
 *            what is run in the container's place on a machine without a container engine: program and arguments
 * @param localFolder
 *            the folder in which that is run, seen from the file that declares it; empty for the folder of that file
 */
public record ForeignProgram(ImageReference image, List<String> command, List<String> localCommand,
        Optional<String> localFolder) {

    /** Stands in a command for the port to listen on. */
    private static final String PORT = "{port}";

    public ForeignProgram {
        command = List.copyOf(command);
        localCommand = List.copyOf(localCommand);
    }

    /** {@return the command with that port in place of {@value #PORT}} */
    public List<String> command(int port) {
        return command.stream().map(word -> word.replace(PORT, Integer.toString(port))).toList();
    }
}
