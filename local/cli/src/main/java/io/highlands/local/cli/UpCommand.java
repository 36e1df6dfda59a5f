// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.checkout.image.JarImages;
import io.highlands.local.checkout.image.ProcessImages;
import io.highlands.local.checkout.project.ProjectServices;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.AppliedChange;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.load.PlannedLoad;
import io.highlands.local.platform.LocalProcess;
import io.highlands.local.platform.RunOptions;
import io.highlands.local.platform.standin.SuppliedVariables;

/** {@code highlands up}. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Synthesizes an environment's templates if they changed, and runs them on this machine.")
final class UpCommand implements Callable<Integer> {

    /** A changed template rolls every service: start, drain and stop of each task, one after the other. */
    private static final Duration APPLY_TIMEOUT = Duration.ofMinutes(20);

    @Spec
    private CommandSpec spec;

    @Option(names = {"-d", "--detach"}, description = "Run in the background; stop with: highlands down")
    private boolean detached;

    @Option(names = "--env", paramLabel = "ENV", defaultValue = "local", description = "The environment to run (default: ${DEFAULT-VALUE}).")
    private String environment;

    @Option(names = "--scale", paramLabel = "SERVICE=N", description = "Run N tasks of a service instead of the template's desired count; may be repeated.")
    private Map<String, Integer> scale = Map.of();

    @Option(names = "--time-scale", paramLabel = "N", defaultValue = ""
            + RunOptions.DEFAULT_TIME_SCALE, description = "How many times faster than in AWS metric and alarm periods pass; 1 is real time"
                    + " (default: ${DEFAULT-VALUE}).")
    private int timeScale;

    @Option(names = "--assembly", paramLabel = "DIR", description = "Run the synthesized templates in this folder as they are.")
    private Path assembly;

    @Mixin
    private ServedPorts ports;

    @Option(names = "--datadog-port", paramLabel = "N", defaultValue = ""
            + RunOptions.DEFAULT_DATADOG_PORT, description = "The port of Datadog's intake on 127.0.0.1 while tracing is on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int datadogPort;

    @Option(names = "--otlp-port", paramLabel = "N", defaultValue = ""
            + RunOptions.DEFAULT_OTLP_PORT, description = "The same for OTLP over HTTP (default: ${DEFAULT-VALUE}).")
    private int otlpPort;

    @Option(names = "--statsd-port", paramLabel = "N", defaultValue = ""
            + RunOptions.DEFAULT_STATSD_PORT, description = "The same for DogStatsD, over UDP (default: ${DEFAULT-VALUE}).")
    private int statsdPort;

    @Option(names = "--load", paramLabel = "N", description = "Requests a second to the load balancer while the platform runs, so that dashboards have something to show; 0 is none (default: 2).")
    private Double load;

    @Override
    public Integer call() throws InterruptedException {
        Checkout checkout = Checkout.current();
        refuseImpossible();
        Environments.require(checkout.environments(), environment);
        checkout.state().prepare();
        Optional<ControlClient> running = ControlClient.find(checkout.state());
        if (running.isPresent()) {
            return bringUpToDate(checkout, running.get());
        }
        SilentPlatform.find(checkout.state()).ifPresent(silent -> {
            throw new ControlException(silent.words());
        });
        EndedPlatform.find(checkout.state())
                .ifPresent(ended -> spec.commandLine().getOut().println("warning: " + ended.words()));
        ports.checks().stream().filter(check -> !check.good()).findFirst().ifPresent(check -> {
            throw new ControlException(check.line());
        });
        Path images = images(checkout);
        prepareTemplates(checkout);
        RunOptions options = new RunOptions(environment, assemblyOf(checkout), images,
                checkout.state().root().resolve("local-values.json"), scale, timeScale, ports.loadBalancer, ports.aws,
                ports.console, checkout.runbooks(), datadogPort, otlpPort, statsdPort,
                load == null ? PlannedLoad.DEFAULT_RATE : load, ChildCommand.words());
        PrintWriter out = spec.commandLine().getOut();
        if (detached) {
            new Background(checkout, out).start(spec.commandLine().getParseResult().originalArgs());
            return 0;
        }
        new LocalProcess(checkout.state(), options, out).run(status -> out.println(Greeting.of(status)));
        return 0;
    }

    private void refuseImpossible() {
        RunOptions.checkTimeScale(timeScale);
        if (load != null && load != 0) {
            LoadCommand.requireRate("--load", load);
        }
        refusePort("--datadog-port", datadogPort);
        refusePort("--otlp-port", otlpPort);
        refusePort("--statsd-port", statsdPort);
        // DogStatsD's is of UDP, which shares no numbers with TCP
        ports.refuseSame(datadogPort, otlpPort);
        scale.forEach((service, count) -> {
            if (count < 0 || count > 20) {
                throw new ControlException("--scale " + service + "=" + count + ": allowed are 0 to 20 tasks");
            }
        });
    }

    private static void refusePort(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw new ControlException(option + " " + port + ": allowed are 1 to 65535, and 0 for a free one");
        }
    }

    private Integer bringUpToDate(Checkout checkout, ControlClient running) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (!running.environment().equals(environment)) {
            throw new ControlException("environment '" + running.environment()
                    + "' is running; stop it before starting '" + environment + "': highlands down");
        }
        FixedOptions.refuseOthers(spec.commandLine().getParseResult(), LocalLog.status(checkout.state(), running));
        images(checkout);
        prepareTemplates(checkout);
        ApplyRequest request = new ApplyRequest(assemblyOf(checkout).toString(), false, scale,
                SuppliedVariables.of(System.getenv()));
        AppliedChange change = LocalLog.explaining(checkout.state(), running,
                () -> running.apply(request, APPLY_TIMEOUT));
        if (load != null) {
            running.load(load);
        }
        out.println(change.nothing() && scale.isEmpty()
                ? environment + " is running already, and up to date"
                : "brought the running " + environment + " up to date" + (change.deployed().isEmpty()
                        ? ""
                        : "; deployed " + String.join(", ", change.deployed())));
        out.println(Greeting.of(LocalLog.status(checkout.state(), running)));
        return 0;
    }

    private Path images(Checkout checkout) {
        return new ProjectServices(checkout, spec.commandLine().getOut()::println).images();
    }

    private void prepareTemplates(Checkout checkout) {
        Synthesis synthesis = new Synthesis(checkout);
        if (assembly == null && synthesis.isStale(environment)) {
            spec.commandLine().getOut().println("synthesizing " + environment + " ...");
            synthesis.run(environment, checkout.assembly(environment));
        }
        new ProcessImages(checkout, System.getenv().getOrDefault("PATH", "")).make(assemblyOf(checkout));
        new JarImages(checkout).make(assemblyOf(checkout));
    }

    private Path assemblyOf(Checkout checkout) {
        return assembly == null ? checkout.assembly(environment) : assembly.toAbsolutePath().normalize();
    }
}
