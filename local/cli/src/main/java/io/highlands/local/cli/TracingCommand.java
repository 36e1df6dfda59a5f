// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.EnvironmentFile;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.TracingChange;
import io.highlands.local.checkout.TracingSwitch;
import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.ApplyRequest;
import io.highlands.local.control.message.TracingStatus;

/** {@code highlands tracing ENV on|off|status}. */
@Command(name = "tracing", mixinStandardHelpOptions = true, description = "Switches an environment's tracing in its file and says what the next deployment changes; the running environment's services are redeployed. 'status' shows the switch of all environments.", customSynopsis = {
        "highlands tracing ENV (on | off) [--backend datadog|aws] [--agent datadog|opentelemetry] [--sample-rate R]",
        "       highlands tracing [ENV] status"})
final class TracingCommand implements Callable<Integer> {

    /** A changed switch rolls every service: start, drain and stop of each task. */
    private static final Duration APPLY_TIMEOUT = Duration.ofMinutes(20);
    private static final String STATUS = "status";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..2", paramLabel = "WORD", description = "The environment, and on, off or status.")
    private List<String> words;

    @Option(names = "--backend", paramLabel = "NAME", description = "Where traces are kept: datadog, or aws for CloudWatch Transaction Search, which takes the agent opentelemetry alone. Default: as the file says.")
    private String backend;

    @Option(names = "--agent", paramLabel = "NAME", description = "The Java agent: datadog or opentelemetry. Default: as the file says.")
    private String agent;

    @Option(names = "--sample-rate", paramLabel = "R", description = "The share of traces that are kept, 0 to 1. Default: as the file says.")
    private String sampleRate;

    @Option(names = "--json", description = "With 'status': print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Checkout checkout = Checkout.current();
        boolean all = words.size() == 1 && words.getFirst().equals(STATUS);
        String verb = words.size() == 2 ? words.get(1) : STATUS;
        if (!List.of("on", "off", STATUS).contains(verb)) {
            throw new ControlException("'" + verb + "': allowed are on, off, status");
        }
        if (!verb.equals(STATUS)) {
            checkout.requireProject();
        }
        if (!all) {
            Environments.require(checkout.environments(), words.getFirst());
        }
        if (verb.equals(STATUS)) {
            refuseOptions();
            status(checkout, all ? Environments.declared(checkout.environments()) : List.of(words.getFirst()));
            return 0;
        }
        if (json) {
            throw new ControlException("--json: only 'status' takes it");
        }
        switchTo(checkout, words.getFirst(), TracingSwitch.wish(verb.equals("on"), backend, agent, sampleRate));
        return 0;
    }

    private void refuseOptions() {
        Map<String, Optional<String>> options = new LinkedHashMap<>();
        options.put("--backend", Optional.ofNullable(backend));
        options.put("--agent", Optional.ofNullable(agent));
        options.put("--sample-rate", Optional.ofNullable(sampleRate));
        options.forEach((name, value) -> value.ifPresent(given -> {
            throw new ControlException("status takes no " + name);
        }));
    }

    private void status(Checkout checkout, List<String> environments) {
        Optional<ControlClient> running = ControlClient.find(checkout.state());
        List<Reports.Tracing> switches = environments.stream()
                .map(environment -> Reports.Tracing.of(environment,
                        new EnvironmentFile(checkout.environments(), environment).read(),
                        running.filter(client -> client.environment().equals(environment))
                                .map(client -> client.status().tracing())))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ControlJson.pretty(switches));
            return;
        }
        Table table = new Table("ENVIRONMENT", "TRACING", "BACKEND", "AGENT", "SAMPLE RATE", "HERE");
        switches.forEach(each -> table.row(each.environment(), each.enabled() ? "on" : "off", each.backend(),
                each.agent(), each.sampleRate(), each.running().map(TracingText::of).orElse("not running")));
        table.print(out);
    }

    private void switchTo(Checkout checkout, String environment, TracingSwitch wish) {
        PrintWriter out = spec.commandLine().getOut();
        TracingChange.Result result = new TracingChange(checkout, environment).to(wish);
        if (result.changed()) {
            out.println("tracing of " + environment + ": " + result.before() + " -> " + result.after());
            out.println(result.changes().isEmpty()
                    ? "the next deployment changes nothing"
                    : "the next deployment changes:");
            result.changes().forEach(line -> out.println("  " + line));
        } else {
            out.println("tracing of " + environment + ": " + result.after() + "; the file says so already");
        }
        out.flush();
        ControlClient.find(checkout.state()).filter(client -> client.environment().equals(environment))
                .ifPresent(client -> roll(checkout, client, out));
    }

    private static void roll(Checkout checkout, ControlClient client, PrintWriter out) {
        long began = System.nanoTime();
        client.apply(new ApplyRequest(checkout.assembly(client.environment()).toString(), true), APPLY_TIMEOUT);
        TracingStatus tracing = client.status().tracing();
        out.printf("the running %s is up to date after %.1f s: tracing %s%n", client.environment(),
                (System.nanoTime() - began) / 1e9, TracingText.of(tracing));
    }
}
