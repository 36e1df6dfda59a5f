// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.ScoreBook;
import io.highlands.local.control.message.ScoreEntry;
import io.highlands.local.error.FileErrors;
import io.highlands.local.error.UserError;
import io.highlands.local.rehearsal.drill.DrillPage;
import io.highlands.local.rehearsal.drill.DrillPlan;
import io.highlands.local.rehearsal.drill.DrillResult;
import io.highlands.local.rehearsal.drill.Drills;
import io.highlands.local.runbook.RunbookFolder;

/** {@code highlands drill [--level N] [--seed N]} and {@code highlands drill scores}. */
@Command(name = "drill", mixinStandardHelpOptions = true, description = "Hides a fault in the running platform, for practice: find it, name it, end it. Exit code 1 when it is given up.", synopsisSubcommandLabel = "[scores]")
final class DrillCommand implements Callable<Integer> {

    /** Seeds that are chosen are short enough to be told to somebody. */
    private static final int MAX_CHOSEN_SEED = 10_000;

    /** 128 and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Option(names = "--level", paramLabel = "N", defaultValue = "1", description = "1: one fault; 2: two; 3: two, and a deployment that is not at fault. Default: 1.")
    private int level;

    @Option(names = "--seed", paramLabel = "N", description = "Repeat the drill of this number. Default: a random one, which the report names.")
    private Long seed;

    @Option(names = "--report", paramLabel = "DIR", description = "Write the report to this folder. Default: target/drills of the stacks, or .highlands/drills of a project.")
    private Path report;

    @Option(names = "--json", description = "Print a JSON object a line, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        if (level < 1 || level > DrillPlan.MAX_LEVEL) {
            throw new ControlException("--level %d: allowed are 1 to %d".formatted(level, DrillPlan.MAX_LEVEL));
        }
        Checkout checkout = Checkout.current();
        ControlClient control = Running.require();
        PrintWriter out = spec.commandLine().getOut();
        long number = seed != null ? seed : ThreadLocalRandom.current().nextInt(1, MAX_CHOSEN_SEED);
        Trainee trainee = new Trainee(System.in, out, json);
        trainee.tell(List.of("drill of level %d, seed %d".formatted(level, number)));
        Drills drills = new Drills(control, new RunbookFolder(checkout.runbooks()).all(), trainee);
        // Ctrl-C ends the process with exit code 130 once this has run.
        Thread interrupted = new Thread(drills::close, "end of the drill");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (drills) {
            Optional<DrillResult> played = play(drills, number, interrupted);
            if (played.isEmpty()) {
                return INTERRUPTED;
            }
            DrillResult result = played.get();
            trainee.show(result);
            new ScoreBook(checkout.state().drillScores()).add(result.entry());
            trainee.end(result, write(result, report != null ? report : checkout.scratch("drills")));
            return result.mitigated() ? 0 : 1;
        }
    }

    /** Plays it; empty once Ctrl-C ends the process, after which there is nothing to say. */
    private Optional<DrillResult> play(Drills drills, long number, Thread interrupted) {
        try {
            DrillResult result = drills.run(level, number);
            return isBegun(interrupted) ? Optional.empty() : Optional.of(result);
        } catch (UserError e) {
            if (isBegun(interrupted)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isBegun(Thread hook) {
        return hook.getState() != Thread.State.NEW;
    }

    private static Path write(DrillResult result, Path folder) {
        Path page = folder.resolve(result.name() + ".md");
        try {
            Files.createDirectories(folder);
            Files.writeString(page, DrillPage.of(result));
            Files.writeString(folder.resolve(result.name() + ".json"), ControlJson.pretty(result) + "\n");
        } catch (IOException e) {
            throw new ControlException("--report: " + FileErrors.line(e), e);
        }
        return page;
    }

    @Command(name = "scores", mixinStandardHelpOptions = true, description = "Lists the scores of the drills on this machine, oldest first.")
    void scores(@Option(names = "--json", description = "Print JSON.") boolean asJson) {
        PrintWriter out = spec.commandLine().getOut();
        List<ScoreEntry> scores = new ScoreBook(Checkout.current().state().drillScores()).all();
        if (asJson) {
            out.println(ControlJson.pretty(scores));
        } else if (scores.isEmpty()) {
            out.println("no drill has been finished; begin one with: highlands drill");
        } else {
            Table table = new Table("AT", "LEVEL", "SEED", "POINTS", "MITIGATED AFTER", "WRONG", "HINTS");
            scores.forEach(score -> table.row(score.at(), score.level(), score.seed(), score.points(),
                    score.secondsToMitigate().map(seconds -> seconds + " s").orElse("given up"),
                    "-" + score.wrongPoints(), "-" + score.hintPoints()));
            table.print(out);
        }
    }
}
