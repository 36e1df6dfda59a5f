// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One command of a plan.
 *
 * @param why what it is for, in a few words
 * @param command the program and its arguments
 */
public record Step(String why, List<String> command) {

    /** Two commands of which the first one's output is the second one's input. */
    static Step piped(String why, List<String> first, List<String> second) {
        return new Step(why, List.of("sh", "-c", quoted(first) + " | " + quoted(second)));
    }

    /** {@return the command as it can be pasted into a shell} */
    public String text() {
        boolean isScript = command.size() == 3 && command.get(0).equals("sh") && command.get(1).equals("-c");
        return isScript ? command.get(2) : quoted(command);
    }

    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
