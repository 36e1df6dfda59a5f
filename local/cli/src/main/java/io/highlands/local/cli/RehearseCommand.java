// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.rehearsal.Rehearsals;
import io.highlands.local.rehearsal.Result;
import io.highlands.local.rehearsal.report.Report;
import io.highlands.local.rehearsal.shell.AwsClient;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;

/** {@code highlands rehearse RUNBOOK...|--all}. */
@Command(name = "rehearse", mixinStandardHelpOptions = true, description = "Rehearses runbooks on the running platform: fault, alarm, diagnosis, mitigation, recovery, and a replay through prod's alarms. Exit code 1 when a page does not hold.")
final class RehearseCommand implements Callable<Integer> {

    static final String DEBIAN = "/usr/bin/aws";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUNBOOK", description = "The pages to rehearse, such as no-healthy-host.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Rehearse every page that says how.")
    private boolean all;

    @Option(names = "--service", paramLabel = "NAMED=YOURS", description = "Rehearse on a service of yours in the place of one that the pages name, such as --service service-b=orders. Then only the page's own alarm has to fire; others of the kinds that it names may.")
    private Map<String, String> services = Map.of();

    @Option(names = "--report", paramLabel = "DIR", description = "Write a page per rehearsal, index.html and junit.xml to this folder.")
    private Path report;

    @Option(names = "--record", description = "Write the measured times of the pages that passed to runbooks/README.md.")
    private boolean record;

    @Option(names = "--aws", paramLabel = "COMMAND", description = "The AWS CLI that the pages' commands are run with. Default: "
            + DEBIAN + " where it is, else aws.")
    private String aws;

    @Override
    public Integer call() {
        if (all == !names.isEmpty()) {
            throw new ControlException("name the pages to rehearse, or --all of them");
        }
        if (record && !services.isEmpty()) {
            throw new ControlException(
                    "--record: found with --service; allowed: without, as the table has the times of the"
                            + " pages' own services");
        }
        Checkout checkout = Checkout.current();
        List<Runbook> pages = pages(new RunbookFolder(checkout.runbooks()));
        ControlClient control = Running.require();
        AwsClient client = client(aws);
        List<Result> results = rehearse(checkout, control, client, pages);
        if (record) {
            MeasuredTable.record(checkout.runbooks().resolve("README.md"), results);
        }
        print(results);
        return results.stream().allMatch(Result::passed) ? 0 : 1;
    }

    /** The AWS CLI that commands of pages are run with; null for the usual one. */
    static AwsClient client(String named) {
        return AwsClient.find(named != null ? named : Files.isExecutable(Path.of(DEBIAN)) ? DEBIAN : "aws",
                System.getenv().getOrDefault("PATH", ""));
    }

    private List<Runbook> pages(RunbookFolder folder) {
        if (all) {
            return folder.all();
        }
        List<Runbook> pages = new ArrayList<>();
        for (String name : names) {
            Runbook page = folder.find(name.replaceFirst("^(.*/)?([^/]+?)(\\.md)?$", "$2"))
                    .orElseThrow(() -> new ControlException("no page '" + name + "'; there are: "
                            + String.join(", ", folder.kinds())));
            if (page.front().rehearsal().isEmpty()) {
                throw new ControlException(page.file() + " is not rehearsed: its front matter has no 'rehearsal'");
            }
            pages.add(page);
        }
        return pages;
    }

    private List<Result> rehearse(Checkout checkout, ControlClient control, AwsClient client, List<Runbook> pages) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("AWS CLI " + client.version() + ", " + client.executable());
        boolean terminal = System.console() != null && System.console().isTerminal();
        Report written = report == null ? null : new Report(report);
        Rehearsals rehearsals = new Rehearsals(checkout, control, client,
                new RehearsalProgress(out, terminal, result -> {
                    if (written != null) {
                        written.add(result);
                    }
                }));
        // Ctrl-C ends the process with exit code 130 once this has run.
        Thread interrupted = new Thread(rehearsals::close, "end of the rehearsal");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (rehearsals) {
            return rehearsals.of(all
                    ? rehearsals.deployed(pages, services, line -> out.println("left out: " + line))
                    : rehearsals.in(pages, services));
        }
    }

    private void print(List<Result> results) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        Table table = new Table("PAGE", "VERDICT", "DETECTED AFTER", "RECOVERED AFTER", "REPLAY", "SECONDS");
        results.forEach(result -> table.row(result.page().kind(), result.passed() ? "passed" : "FAILED",
                result.detected().map(time -> time.toSeconds() + " s").orElse("-"),
                result.recovered().map(time -> time.toSeconds() + " s").orElse("-"),
                result.replay().isEmpty() ? "-" : result.replay().getFirst(), result.took().toSeconds()));
        table.print(out);
        long failed = results.stream().filter(result -> !result.passed()).count();
        out.println();
        out.println(results.size() + " rehearsed, " + failed + " failed"
                + (report == null ? "" : "; report: " + report.resolve("index.html")));
    }
}
