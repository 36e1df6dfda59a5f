// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.load.LoadCounts;
import io.highlands.local.load.LoadProfile;
import io.highlands.local.load.LoadReport;
import io.highlands.local.load.PlannedLoad;

/** {@code highlands load}. */
@Command(name = "load", mixinStandardHelpOptions = true, description = "Asks the running platform's public routes, at a steady rate or as users do, beside the small load that up keeps going, and says what came back.")
final class LoadCommand implements Callable<Integer> {

    private static final double MAX_MINUTES = 24 * 60;

    private static final double DEFAULT_RATE = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "steady", description = "steady: an example of each public path in turn; day: users, from a tenth of the rate to all of it at half of the time and back; spike: users, a fifth of the rate, and all of it in the middle fifth of the time; canary: each path once a minute of AWS's time. One in a hundred requests of users is for a page that is not there. Default: ${DEFAULT-VALUE}.")
    private String profile;

    @Option(names = "--rps", paramLabel = "N", description = "Requests a second, at the busiest time (default: 10).")
    private Double perSecond;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "1", description = "How long (default: ${DEFAULT-VALUE}); Ctrl-C ends it earlier.")
    private double minutes;

    @Override
    public Integer call() throws InterruptedException {
        LoadProfile shape = profile();
        double asked = perSecond == null ? DEFAULT_RATE : perSecond;
        requireRate("--rps", asked);
        if (!(minutes > 0 && minutes <= MAX_MINUTES)) {
            throw new ControlException("--minutes " + minutes + ": allowed are more than 0 to 1440");
        }
        PlatformStatus status = Running.require().status();
        URI base = URI.create(status.loadBalancer());
        List<String> paths = status.load().paths();
        if (paths.isEmpty()) {
            throw new ControlException("no public path to call; allowed: services.yaml declares one under 'public'");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s to %s for %s min%n", rate(shape, paths.size(), asked, status.timeScale()), base,
                plain(minutes));
        long millis = (long) (minutes * Duration.ofMinutes(1).toMillis());
        LoadReport report = new LoadReport();
        PlannedLoad load = PlannedLoad.start(
                shape.plan(base, paths, shape.highest(asked, paths.size(), status.timeScale()),
                        Duration.ofMillis(millis), new Random()),
                report);
        Thread early = new Thread(() -> summary(shape, load, report, out), "summary");
        Runtime.getRuntime().addShutdownHook(early);
        TimeUnit.MILLISECONDS.sleep(millis);
        load.finish();
        Runtime.getRuntime().removeShutdownHook(early);
        summary(shape, load, report, out);
        return load.counts().failed() == 0 ? 0 : 1;
    }

    /** What is sent, of which a canary has too little a second for a readable number. */
    static String rate(LoadProfile shape, int paths, double asked, double timeScale) {
        if (shape == LoadProfile.CANARY) {
            return "each of %d %s every %s s".formatted(paths, paths == 1 ? "path" : "paths",
                    plain(Math.round(LoadProfile.canarySeconds(timeScale) * 100) / 100.0));
        }
        return (shape.isOfUsers() ? "up to " : "") + plain(asked) + " requests a second";
    }

    private LoadProfile profile() {
        LoadProfile shape = LoadProfile.named(profile).orElseThrow(() -> new ControlException("--profile " + profile
                + ": allowed are " + Arrays.stream(LoadProfile.values()).map(LoadProfile::toString)
                        .collect(Collectors.joining(", "))));
        if (shape == LoadProfile.CANARY && perSecond != null) {
            throw new ControlException("--rps: found with --profile canary; allowed: without, as its rate is given");
        }
        return shape;
    }

    /** Refuses a rate that is none; 0 is for {@code up}, where it means off. */
    static void requireRate(String option, double perSecond) {
        if (!(perSecond > 0 && perSecond <= PlannedLoad.HIGHEST_RATE)) {
            throw new ControlException("%s %s: allowed are more than 0 to %s requests a second".formatted(option,
                    plain(perSecond), plain(PlannedLoad.HIGHEST_RATE)));
        }
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private void summary(LoadProfile shape, PlannedLoad load, LoadReport report, PrintWriter out) {
        load.close();
        LoadCounts counts = load.counts();
        out.print(report.text());
        out.printf("%d sent, %d answered %s, %d failed, %d skipped%n", counts.sent(), counts.good(),
                shape.isOfUsers() ? "200 or as a page that is not there" : "200", counts.failed(),
                counts.skipped());
        out.flush();
    }
}
