// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.control.ControlException;
import io.highlands.local.provision.Declared;
import io.highlands.local.provision.Deployed;
import io.highlands.local.verify.AwsCli;
import io.highlands.local.verify.Incidents;
import io.highlands.local.verify.Report;
import io.highlands.local.verify.Verification;

/** {@code highlands verify ENV}: are the dashboards, alarms and series that the templates declare really there? */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Checks, read-only and through the AWS CLI, that an environment's dashboards, alarms and metrics are there.")
final class VerifyCommand implements Callable<Integer> {

    private static final String LOCAL = "local";

    private static final int POLL_SECONDS = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENV", description = "The environment: local, dev, staging or prod.")
    private String environment;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Where CloudWatch's API is. Default: AWS itself; for local that of the platform of this checkout.")
    private String endpoint;

    @Option(names = "--region", paramLabel = "NAME", description = "The Region. Default: the environment's own.")
    private String region;

    @Option(names = "--window", paramLabel = "MINUTES", defaultValue = "15", description = "In how many minutes up to now series should have data (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(names = "--wait", paramLabel = "MINUTES", defaultValue = "0", description = "For how many minutes to ask again while something is missing, as after a start (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--aws", paramLabel = "COMMAND", defaultValue = "aws", description = "The AWS CLI (default: ${DEFAULT-VALUE}).")
    private String aws;

    @Option(names = "--all", description = "List series without data in the window, and those that only an incident makes, too.")
    private boolean all;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws InterruptedException {
        if (minutes < 1 || minutes > 1_440) {
            throw new ControlException("--window " + minutes + ": allowed are 1 to 1440 minutes");
        }
        if (timeout < 0 || timeout > 60) {
            throw new ControlException("--wait " + timeout + ": allowed are 0 to 60 minutes");
        }
        Checkout checkout = Checkout.current();
        Environments.require(checkout.environments(), environment);
        Deployed deployed = deployed(checkout);
        Declared declared = deployed.declared();
        Set<String> alarms = declared.alarms().stream().map(AlarmDefinition::name).collect(Collectors.toSet());
        Optional<String> url = Optional.ofNullable(endpoint)
                .or(() -> environment.equals(LOCAL) ? Optional.of(ofTheRunningPlatform()) : Optional.empty());
        Path registry = checkout.root().resolve("dashboards/rendered/incident-panels.json");
        Report report = await(new Verification(declared.dashboards(), alarms,
                new AwsCli(aws, url, Optional.of(region == null ? deployed.platform().region() : region)),
                Incidents.read(registry, environment)));
        String where = url.orElse("AWS");
        if (!json.print(new Reports.Verified(environment, where, minutes, report), spec.commandLine().getOut())) {
            print(report, where);
        }
        return report.gaps().isEmpty() ? 0 : 1;
    }

    /** Another checkout's platform may be at the default port. */
    private static String ofTheRunningPlatform() {
        String apis = Running.require().status().awsApis();
        if (apis.isEmpty()) {
            throw new ControlException(
                    "the running platform serves no AWS APIs (--aws-port 0); name them: --endpoint URL");
        }
        return apis;
    }

    private Report await(Verification verification) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(timeout));
        Report report = ask(verification);
        while (!report.gaps().isEmpty() && Instant.now().isBefore(deadline)) {
            TimeUnit.SECONDS.sleep(POLL_SECONDS);
            report = ask(verification);
        }
        return report;
    }

    private Report ask(Verification verification) {
        return verification.run("highlands-" + environment + "-", Instant.now(), Duration.ofMinutes(minutes));
    }

    private Deployed deployed(Checkout checkout) {
        Path assembly = new Synthesis(checkout).upToDate(environment);
        return Deployed.read(assembly, checkout.state().root().resolve("local-values.json"));
    }

    private void print(Report report, String where) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(environment + " at " + where + ", data of the last " + minutes + " minutes");
        out.println();
        Table table = new Table("", "declared", "there", "");
        table.row("dashboards", report.dashboards(), report.dashboardsPresent(), "");
        table.row("alarms", report.alarms(), report.alarmsPresent(), states(report));
        table.row("series", report.series(), report.withData(), report.quiet().size() + " without data in the window, "
                + report.incidents().size() + " that only an incident makes");
        table.print(out);
        if (all) {
            report.quiet().forEach(line -> out.println("quiet     " + line));
            report.incidents().forEach(line -> out.println("incident  " + line));
        }
        out.println();
        if (report.gaps().isEmpty()) {
            out.println("no gaps");
            return;
        }
        Table gaps = new Table("GAP", "", "");
        report.gaps().forEach(gap -> gaps.row(gap.kind(), gap.name(), gap.why()));
        gaps.print(out);
    }

    private static String states(Report report) {
        return report.states().entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
