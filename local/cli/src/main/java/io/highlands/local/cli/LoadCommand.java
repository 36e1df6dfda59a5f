// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.load.LoadCounts;
import io.highlands.local.load.LoadPlan;
import io.highlands.local.load.LoadReport;
import io.highlands.local.load.SteadyLoad;

/** {@code highlands load}. */
@Command(name = "load", mixinStandardHelpOptions = true, description = "Asks the running platform's public routes at a steady rate, beside the small load that up keeps going, and says what came back.")
final class LoadCommand implements Callable<Integer> {

    private static final double MAX_MINUTES = 24 * 60;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rps", paramLabel = "N", defaultValue = "10", description = "Requests a second, to an example of each public path in turn (default: ${DEFAULT-VALUE}).")
    private double perSecond;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "1", description = "How long (default: ${DEFAULT-VALUE}); Ctrl-C ends it earlier.")
    private double minutes;

    @Override
    public Integer call() throws InterruptedException {
        requireRate("--rps", perSecond);
        if (!(minutes > 0 && minutes <= MAX_MINUTES)) {
            throw new ControlException("--minutes " + minutes + ": allowed are more than 0 to 1440");
        }
        PlatformStatus status = Running.require().status();
        URI base = URI.create(status.loadBalancer());
        if (status.load().paths().isEmpty()) {
            throw new ControlException("no public path to call; allowed: services.yaml declares one under 'public'");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s requests a second to %s for %s min%n", plain(perSecond), base, plain(minutes));
        LoadReport report = new LoadReport();
        SteadyLoad load = SteadyLoad.start(LoadPlan.ofUsers(base, status.load().paths(), perSecond), report);
        Thread early = new Thread(() -> summary(load, report, out), "summary");
        Runtime.getRuntime().addShutdownHook(early);
        TimeUnit.MILLISECONDS.sleep((long) (minutes * Duration.ofMinutes(1).toMillis()));
        load.finish();
        Runtime.getRuntime().removeShutdownHook(early);
        summary(load, report, out);
        return load.counts().failed() == 0 ? 0 : 1;
    }

    /** Refuses a rate that is none; 0 is for {@code up}, where it means off. */
    static void requireRate(String option, double perSecond) {
        if (!(perSecond > 0 && perSecond <= SteadyLoad.HIGHEST_RATE)) {
            throw new ControlException("%s %s: allowed are more than 0 to %s requests a second".formatted(option,
                    plain(perSecond), plain(SteadyLoad.HIGHEST_RATE)));
        }
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static void summary(SteadyLoad load, LoadReport report, PrintWriter out) {
        load.close();
        LoadCounts counts = load.counts();
        out.print(report.text());
        out.printf("%d sent, %d answered 200, %d failed, %d skipped%n", counts.sent(), counts.good(), counts.failed(),
                counts.skipped());
        out.flush();
    }
}
