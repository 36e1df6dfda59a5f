// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion of commands and options in fish, which the library does not write. Source of the form: the fish documentation,
 * "Writing your own completions".
 */
final class FishCompletion {

    private final String root;

    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String root) {
        this.root = root;
    }

    /** {@return the script for a command and its subcommands} */
    static String script(CommandSpec command) {
        var completion = new FishCompletion(command.name());
        completion.script.append("complete -c ").append(command.name()).append(" -f\n");
        completion.add(command, List.of());
        return completion.script.toString();
    }

    private void add(CommandSpec command, List<String> words) {
        Collection<CommandLine> subcommands = command.subcommands().values();
        String seen = words.stream().map(word -> "__fish_seen_subcommand_from " + word)
                .collect(Collectors.joining("; and "));
        if (!subcommands.isEmpty()) {
            String condition = words.isEmpty()
                    ? "__fish_use_subcommand"
                    : seen + "; and not __fish_seen_subcommand_from "
                            + String.join(" ", command.subcommands().keySet());
            for (Map.Entry<String, CommandLine> each : command.subcommands().entrySet()) {
                line(condition, "-a " + each.getKey(), each.getValue().getCommandSpec().usageMessage().description());
            }
        }
        if (!words.isEmpty()) {
            command.options().stream().filter(option -> !option.hidden())
                    .forEach(option -> line(seen, names(option), option.description()));
        }
        command.subcommands().forEach((name, subcommand) -> add(subcommand.getCommandSpec(),
                Stream.concat(words.stream(), Stream.of(name)).toList()));
    }

    private static String names(OptionSpec option) {
        String names = List.of(option.names()).stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        return option.arity().max() > 0 ? names + " -x" : names;
    }

    private void line(String condition, String what, String... description) {
        String first = description.length == 0 ? "" : sentence(description[0]);
        script.append("complete -c ").append(root).append(" -n '").append(condition).append("' ").append(what);
        if (!first.isEmpty()) {
            script.append(" -d ").append(quoted(first));
        }
        script.append('\n');
    }

    /** The first sentence, without its full stop and what its brackets say. */
    private static String sentence(String description) {
        String text = description.replaceAll(" \\([^)]*\\)", "");
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
