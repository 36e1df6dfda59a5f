// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code highlands completion}: a script that completes commands and options in bash and zsh. */
@Command(name = "completion", mixinStandardHelpOptions = true, description = {
        "Prints a script that completes commands and options.", "bash and zsh: source <(./highlands completion)"})
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(script(spec.root()));
        out.flush();
    }

    /** {@return the script for a command and its subcommands, as {@code local/cli/help/shell/completion.sh} holds it} */
    static String script(CommandSpec root) {
        return AutoComplete.bash(root.name(), root.commandLine()).replaceAll("(?m)^# .*[Dd]ate.*\\R|^# Generated.*\\R",
                "");
    }
}
