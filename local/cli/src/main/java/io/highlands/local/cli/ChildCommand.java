// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code highlands} command for a child process: this process's JDK, class path, checkout and state. */
final class ChildCommand {

    private ChildCommand() {
    }

    /** {@return the words that start the command, before the command's own words} */
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        for (String property : List.of("highlands.root", "highlands.state", "highlands.environments")) {
            String value = System.getProperty(property, "");
            if (!value.isEmpty()) {
                words.add("-D" + property + "=" + value);
            }
        }
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Highlands.class.getName()));
        return List.copyOf(words);
    }
}
