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
 *            replaces the image's command where it is not empty
 * @param localCommand
 *            what is run in the container's place on a machine without a container engine: program and arguments
 * @param localFolder
 *            the folder in which that is run, seen from the file that declares it; empty for the folder of that file
 */
public record ForeignProgram(ImageReference image, List<String> command, List<String> localCommand,
        Optional<String> localFolder) {

    public ForeignProgram {
        command = List.copyOf(command);
        localCommand = List.copyOf(localCommand);
    }
}
