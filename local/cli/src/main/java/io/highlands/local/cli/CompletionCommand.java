// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code highlands completion [SHELL]}: a script that completes commands and options. */
@Command(name = "completion", mixinStandardHelpOptions = true, description = {
        "Prints a script that completes commands and options.", "bash and zsh: source <(./highlands completion)",
        "fish: ./highlands completion fish | source"})
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SHELL", defaultValue = "bash", description = "bash, zsh or fish (default: ${DEFAULT-VALUE}).")
    private Shell shell;

    /** The shells of which there is a script; those of bash and zsh are one. */
    enum Shell {
        BASH, ZSH, FISH
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(shell == Shell.FISH ? FishCompletion.script(spec.root()) : script(spec.root()));
        out.flush();
    }

    /** {@return the script for a command and its subcommands, as {@code local/cli/help/shell/completion.sh} holds it} */
    static String script(CommandSpec root) {
        return AutoComplete.bash(root.name(), root.commandLine()).replaceAll("(?m)^# .*[Dd]ate.*\\R|^# Generated.*\\R",
                "");
    }
}
