// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.bench.EditBench;
import io.highlands.local.bench.FaultsBench;
import io.highlands.local.bench.StartBench;
import io.highlands.local.bench.TracingBench;
import io.highlands.local.bench.cloudwatch.CloudWatchBench;
import io.highlands.local.bench.durability.DurabilityBench;
import io.highlands.local.bench.fuzz.FuzzBench;
import io.highlands.local.bench.hostile.HostileBench;
import io.highlands.local.bench.mesh.MeshBench;
import io.highlands.local.bench.traces.TracesBench;
import io.highlands.local.bench.traces.TracesBench.Plan;
import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

/** {@code highlands bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures the platform on this machine; the READMEs state what these print.", synopsisSubcommandLabel = "(start | edit | mesh | faults | hostile | cloudwatch | traces | tracing | durability | fuzz)")
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "start", mixinStandardHelpOptions = true, description = "Time from up -d to the first answer, and the memory of all processes.")
    void start(
            @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "How many starts (default: ${DEFAULT-VALUE}).") int runs)
            throws Exception {
        requirePositive("--runs", runs);
        new StartBench(Checkout.current(), spec.commandLine().getOut()).run(runs);
    }

    @Command(name = "edit", mixinStandardHelpOptions = true, description = "Time from a saved change in a service to the first response with it, by up on the running platform and by dev.")
    int edit(
            @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "How many changes (default: ${DEFAULT-VALUE}).") int runs)
            throws Exception {
        requirePositive("--runs", runs);
        return new EditBench(Checkout.current(), spec.commandLine().getOut()).run(runs) ? 0 : 1;
    }

    @Command(name = "faults", mixinStandardHelpOptions = true, description = "Failed requests while tasks die, freeze and are replaced, at 100 requests a second.")
    void faults(
            @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", description = "How long each scenario's load runs (default: ${DEFAULT-VALUE}).") int seconds)
            throws Exception {
        requirePositive("--seconds", seconds);
        new FaultsBench(Checkout.current(), spec.commandLine().getOut(), Duration.ofSeconds(seconds)).run();
    }

    @Command(name = "hostile", mixinStandardHelpOptions = true, description = "Users' requests while calls that are made to take long or much memory run, on the platform that runs.")
    int hostile(
            @Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "How long each attack goes on (default: ${DEFAULT-VALUE}).") int seconds)
            throws Exception {
        requirePositive("--seconds", seconds);
        return new HostileBench(Checkout.current(), spec.commandLine().getOut(), Duration.ofSeconds(seconds)).run()
                ? 0
                : 1;
    }

    @Command(name = "tracing", mixinStandardHelpOptions = true, description = "Off, datadog and opentelemetry in turns: the switch under load, what tracing costs, and whether each request is one trace.")
    void tracing(
            @Option(names = "--requests", paramLabel = "N", defaultValue = "2000", description = "How many requests each position is measured with, at 50 a second (default: ${DEFAULT-VALUE}).") int requests,
            @Option(names = "--rounds", paramLabel = "N", defaultValue = "2", description = "How often each position is measured (default: ${DEFAULT-VALUE}).") int rounds)
            throws Exception {
        requirePositive("--requests", requests);
        requirePositive("--rounds", rounds);
        new TracingBench(spec.commandLine().getOut(), requests).run(rounds);
    }

    @Command(name = "mesh", mixinStandardHelpOptions = true, description = "The mesh's two hops beside two HAProxy hops, both with access logs.")
    int mesh() throws Exception {
        return new MeshBench(spec.commandLine().getOut()).run() ? 0 : 1;
    }

    @Command(name = "cloudwatch", mixinStandardHelpOptions = true, description = "Metric data a second through the API, and the time that a large dashboard takes.")
    int cloudwatch() throws Exception {
        return new CloudWatchBench(Checkout.current().state().root().resolve("bench"), spec.commandLine().getOut())
                .run()
                        ? 0
                        : 1;
    }

    @Command(name = "traces", mixinStandardHelpOptions = true, description = "Spans a second through both protocols, and the time that traces and lists take, beside Zipkin's server.")
    int traces(
            @Option(names = "--seconds", paramLabel = "N", defaultValue = "30", description = "How long each protocol's load runs (default: ${DEFAULT-VALUE}).") int seconds,
            @Option(names = "--rate", paramLabel = "N", defaultValue = "30000", description = "Spans a second of that load (default: ${DEFAULT-VALUE}).") int rate,
            @Option(names = "--spans", paramLabel = "N", defaultValue = "5000000", description = "Spans that are stored before traces are asked for (default: ${DEFAULT-VALUE}).") long spans,
            @Option(names = "--no-zipkin", description = "Leave out Zipkin's server, which Maven fetches (135 MB).") boolean withoutZipkin)
            throws Exception {
        requirePositive("--seconds", seconds);
        requirePositive("--rate", rate);
        requirePositive("--spans", spans);
        Checkout checkout = Checkout.current();
        return new TracesBench(checkout.root(), checkout.state().root().resolve("bench-traces"),
                spec.commandLine().getOut()).run(new Plan(Duration.ofSeconds(seconds), rate, spans, !withoutZipkin))
                        ? 0
                        : 1;
    }

    @Command(name = "durability", mixinStandardHelpOptions = true, description = "Kills a store under ingest, fills its disk and damages its files: what was acknowledged a second before is there, or counted as lost.")
    int durability(
            @Option(names = "--kills", paramLabel = "N", defaultValue = "20", description = "How often the process is killed at a random moment (default: ${DEFAULT-VALUE}).") int kills,
            @Option(names = "--full-disks", paramLabel = "N", defaultValue = "10", description = "How often the disk is filled, freed and the process killed; takes root (default: ${DEFAULT-VALUE}).") int fullDisks,
            @Option(names = "--damages", paramLabel = "N", defaultValue = "10", description = "How often a file is damaged (default: ${DEFAULT-VALUE}).") int damages,
            @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the moments and places (default: ${DEFAULT-VALUE}).") long seed)
            throws Exception {
        requireNotNegative("--kills", kills);
        requireNotNegative("--full-disks", fullDisks);
        requireNotNegative("--damages", damages);
        return new DurabilityBench(Checkout.current().state().root().resolve("bench-durability"),
                spec.commandLine().getOut()).run(new DurabilityBench.Plan(kills, fullDisks, damages, seed)) ? 0 : 1;
    }

    @Command(name = "fuzz", mixinStandardHelpOptions = true, description = "Generated inputs for each parser and server that a user reaches: none may crash, hang, grow or tell of Java.")
    int fuzz(
            @Option(names = "--inputs", paramLabel = "N", defaultValue = "1000000", description = "How many, over all targets or the only one (default: ${DEFAULT-VALUE}).") int inputs,
            @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "What the inputs are made of (default: ${DEFAULT-VALUE}).") long seed,
            @Option(names = "--only", paramLabel = "TARGET", description = "One target, such as insights.") Optional<String> only,
            @Option(names = "--at", paramLabel = "INDEX", description = "The one input of this index, as a failure prints it.") Optional<Integer> at)
            throws Exception {
        requirePositive("--inputs", inputs);
        requireNotNegative("--at", at.orElse(0));
        return new FuzzBench(Checkout.current().state().root().resolve("bench-fuzz"), spec.commandLine().getOut())
                .run(new FuzzBench.Plan(seed, inputs, only,
                        at.map(OptionalInt::of).orElseGet(OptionalInt::empty))) ? 0 : 1;
    }

    private static void requireNotNegative(String option, int count) {
        if (count < 0) {
            throw new ControlException(option + " " + count + ": allowed are 0 and more");
        }
    }

    private static void requirePositive(String option, long count) {
        if (count < 1) {
            throw new ControlException(option + " " + count + ": allowed are 1 and more");
        }
    }
}
