// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a process is started with.
 *
 * @param command the program and its arguments
 * @param environment all of its environment; nothing is inherited
 * @param directory its working directory
 */
public record ProcessSpec(List<String> command, Map<String, String> environment, Path directory) {

    /** Copies the collections. */
    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * The same environment and folder for another program, as a container's health command has them.
     *
     * @param other the other program and its arguments
     * @return what to start
     */
    public ProcessSpec running(List<String> other) {
        return new ProcessSpec(other, environment, directory);
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
