// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.durability;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.highlands.local.aws.AwsOptions;
import io.highlands.local.aws.AwsServer;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.StoredAlarms;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.intake.IntakeOptions;
import io.highlands.local.intake.TraceIntake;
import io.highlands.local.logs.LogService;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.StoreUsage;
import io.highlands.local.store.TelemetryStore;
import io.highlands.local.traces.StoredTraces;

/**
 * The process that is killed: the store with what stands before it in the platform, AWS's APIs and the intake of traces, and
 * no services. It says its two ports, answers each line that it reads with one line, and ends with its input.
 */
final class DurableStore {

    static final String GROUP = "/highlands/bench";

    /** The first half of the trace ids of a run. */
    static final long TRACES = 0x7000_0000_0000_0000L;

    private final TelemetryStore store;

    private final StoredTraces traces;

    private DurableStore(TelemetryStore store) {
        this.store = store;
        this.traces = new StoredTraces(store.spans());
    }

    /** Argument: the folder of the store. */
    public static void main(String[] args) throws IOException {
        Clock clock = Clock.systemUTC();
        TelemetryStore store = TelemetryStore.open(StoreOptions.in(Path.of(args[0])));
        MetricService metrics = new MetricService(store.metrics(), clock);
        LogService logs = new LogService(store.logs(), clock);
        logs.provision(GROUP, OptionalInt.empty());
        AlarmService alarms = new AlarmService(new AlarmOptions("us-east-1", "000000000000", 1, clock),
                metrics::source, new StoredAlarms(store.states()));
        DashboardService dashboards = new DashboardService(store.states(), clock);
        DurableStore durable = new DurableStore(store);
        try (store;
                AwsServer server = new AwsServer(AwsOptions.on(0), metrics, alarms, dashboards, logs);
                TraceIntake intake = new TraceIntake(IntakeOptions.anywhere(1), durable.traces, sample -> {});
                PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
                        StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println(server.port() + " " + intake.otlpPort());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(durable.answer(line.split(" ")));
            }
        } finally {
            alarms.close();
            logs.close();
        }
    }

    private String answer(String[] words) {
        return words[0].equals("spans")
                ? spans(Integer.parseInt(words[1]), Integer.parseInt(words[2]))
                : usage(store.usage());
    }

    /** How many spans of a run there are of each of its traces, a digit each. */
    private String spans(int run, int traceCount) {
        StringBuilder found = new StringBuilder("=");
        for (int i = 0; i < traceCount; i++) {
            found.append(Math.min(9, traces.find(new TraceId(TRACES + run, i + 1)).size()));
        }
        return found.toString();
    }

    private static String usage(StoreUsage usage) {
        List<String> said = new ArrayList<>(usage.notes());
        usage.problem().ifPresent(problem -> said.add("now: " + problem));
        return usage.lost() + " " + usage.unreadable() + " " + usage.pending() + " "
                + (usage.problem().isPresent() ? "problem" : "healthy") + " " + String.join(" | ", said);
    }
}
