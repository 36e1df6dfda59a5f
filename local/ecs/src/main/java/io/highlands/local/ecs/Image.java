// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An image as the build describes it, with its file system's one folder as a folder of this machine.
 *
 * @param root what stands for {@code /app}
 * @param workingDirectory the working directory inside the image
 * @param entryPoint the entry point inside the image
 * @param command the command inside the image
 * @param environment variables that it sets
 * @param isProcess whether it stands for an image that is not here: {@code command} is a command of this machine, which runs
 * instead of the template's, in the working directory of this machine
 */
record Image(Path root, String workingDirectory, List<String> entryPoint, List<String> command,
        Map<String, String> environment, boolean isProcess) {

    /** The one folder of an image that a task sees; the rest of its file system is this machine's. */
    static final String APP = "/app";

    Image {
        entryPoint = List.copyOf(entryPoint);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** An image that the build made. */
    Image(Path root, String workingDirectory, List<String> entryPoint, List<String> command,
            Map<String, String> environment) {
        this(root, workingDirectory, entryPoint, command, environment, false);
    }

    /** An argument of a command, with a path inside the image turned into one of this machine. */
    String mapped(String argument) {
        if (argument.equals(APP)) {
            return root.toString();
        }
        return argument.startsWith(APP + "/") ? root + argument.substring(APP.length()) : argument;
    }

    /** The same image with its folder elsewhere. */
    Image at(Path other) {
        return new Image(other, workingDirectory, entryPoint, command, environment, isProcess);
    }

    List<String> mapped(List<String> arguments) {
        return arguments.stream().map(this::mapped).toList();
    }
}
