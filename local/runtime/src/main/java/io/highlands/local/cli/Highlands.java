// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import io.highlands.local.control.ControlException;
import io.highlands.local.deploy.DeployException;
import io.highlands.local.ecs.EcsException;
import io.highlands.local.fault.FaultException;
import io.highlands.local.rehearsal.RehearsalException;
import io.highlands.local.rehearsal.replay.ReplayException;
import io.highlands.local.rehearsal.shell.ShellException;
import io.highlands.local.runbook.RunbookException;
import io.highlands.local.template.TemplateException;
import io.highlands.local.verify.VerifyException;

/** The {@code highlands} command. */
@Command(name = "highlands", mixinStandardHelpOptions = true, version = "Highlands 0.1.0", description = "Runs the platform's synthesized AWS templates on this machine.", subcommands = {
        UpCommand.class, DownCommand.class, StatusCommand.class, LogsCommand.class, RestartCommand.class,
        LoadCommand.class, TracingCommand.class, FaultCommand.class, RehearseCommand.class, CostCommand.class,
        SynthCommand.class, DeployCommand.class, DiffCommand.class, ImagesCommand.class,
        RollbackCommand.class, DestroyCommand.class, VerifyCommand.class, RunbooksCommand.class, BenchCommand.class,
        DoctorCommand.class})
public final class Highlands {

    /** The proxy library reports its every start at level INFO. */
    private static final Logger QUIET = Logger.getLogger("");

    private Highlands() {
    }

    /**
     * Runs the command.
     *
     * @param args the words after {@code highlands}
     */
    public static void main(String[] args) {
        QUIET.setLevel(Level.WARNING);
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(commandLine(out, err).execute(args));
    }

    /**
     * The command with its way of refusing: one line on {@code err}, exit code 1, or 2 where the words are off.
     *
     * @param out where answers go
     * @param err where refusals go
     * @return the command, ready to execute
     */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine command = new CommandLine(new Highlands());
        command.setOut(out);
        command.setErr(err);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler((mistake, args) -> {
            err.println("highlands: " + oneLine(mistake.getMessage()) + " (see: "
                    + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
            return CommandLine.ExitCode.USAGE;
        });
        command.setExecutionExceptionHandler((failure, commandLine, parsed) -> {
            err.println("highlands: " + (isForUsers(failure)
                    ? oneLine(failure.getMessage())
                    : "unexpected " + oneLine(failure.toString())));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return command;
    }

    private static boolean isForUsers(Exception failure) {
        return failure instanceof ControlException || failure instanceof TemplateException
                || failure instanceof EcsException || failure instanceof FaultException
                || failure instanceof VerifyException || failure instanceof RehearsalException
                || failure instanceof ReplayException || failure instanceof ShellException
                || failure instanceof RunbookException || failure instanceof DeployException;
    }

    private static String oneLine(String text) {
        return String.join(" ", text.strip().split("\\R\\s*"));
    }
}
