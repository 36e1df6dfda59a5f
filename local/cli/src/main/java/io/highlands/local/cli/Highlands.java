// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.logging.Level;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.error.ErrorLog;
import io.highlands.local.error.OneLineLog;

/** The {@code highlands} command. */
@Command(name = "highlands", mixinStandardHelpOptions = true, version = "Highlands 0.1.0", description = "Runs the platform's synthesized AWS templates on this machine.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:Done.", "1:Not done, or what was checked does not hold; one line on standard error says why.",
        "2:The arguments are wrong; nothing was done.", "130:Ended by Ctrl-C."}, subcommands = {
                InitCommand.class, UpgradeCommand.class, UpCommand.class, DownCommand.class, StatusCommand.class,
                AlarmsCommand.class,
                EdgesCommand.class, TracesCommand.class, IncidentCommand.class,
                LogsCommand.class, RestartCommand.class, DevCommand.class, AttachCommand.class,
                LoadCommand.class, NewCommand.class, TracingCommand.class, FaultCommand.class, RehearseCommand.class,
                DrillCommand.class,
                CostCommand.class,
                SynthCommand.class, DeployCommand.class, DiffCommand.class, ImagesCommand.class,
                RollbackCommand.class, DestroyCommand.class, VerifyCommand.class, RunbooksCommand.class,
                BenchCommand.class,
                DoctorCommand.class, CompletionCommand.class})
public final class Highlands {

    private Highlands() {
    }

    /**
     * Runs the command.
     *
     * @param args the words after {@code highlands}
     */
    public static void main(String[] args) {
        PrintWriter out = terminal(System.out);
        PrintWriter err = terminal(System.err);
        new OneLineLog(err, Highlands::errors).install(Level.WARNING);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> err.println(
                "highlands: " + errors().logged("thread '" + thread.getName() + "'", failure)));
        int code = run(commandLine(out, err), err, args);
        System.exit(code == 0 && (out.checkError() || System.out.checkError()) ? unwritten(err) : code);
    }

    private static PrintWriter terminal(PrintStream stream) {
        return new PrintWriter(new TerminalWriter(new OutputStreamWriter(stream, stream.charset())), true);
    }

    /** {@return the exit code} The library catches exceptions; errors of the virtual machine are one line too. */
    private static int run(CommandLine command, PrintWriter err, String... args) {
        try {
            return command.execute(args);
        } catch (Error failure) {
            err.println("highlands: " + errors().line("highlands", failure));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static int unwritten(PrintWriter err) {
        err.println("highlands: standard output cannot be written");
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static ErrorLog errors() {
        return new ErrorLog(Checkout.current().state().errors());
    }

    /**
     * The command with its errors: one line on {@code err}, exit code 1, or 2 where the arguments are wrong.
     *
     * @param out where output goes
     * @param err where errors go
     * @return the command, ready to execute
     */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine command = new CommandLine(new Highlands());
        command.setOut(out);
        command.setErr(err);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler((mistake, args) -> {
            err.println("highlands: " + oneLine(mistake.getMessage()) + suggestion(mistake) + " (see: "
                    + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
            return CommandLine.ExitCode.USAGE;
        });
        command.setExecutionExceptionHandler((failure, commandLine, parsed) -> {
            err.println("highlands: " + errors().line(commandLine.getCommandSpec().qualifiedName(), failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return command;
    }

    private static String suggestion(CommandLine.ParameterException mistake) {
        List<String> nearest = mistake instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        return nearest.isEmpty() ? "" : "; did you mean: " + String.join(", ", nearest) + "?";
    }

    private static String oneLine(String text) {
        return String.join(" ", text.strip().split("\\R\\s*"));
    }
}
