// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.console.runbook.StepOrder;
import io.highlands.local.console.runbook.StepProgress;
import io.highlands.local.console.runbook.StepRuns;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.RunbookStepResult;

/**
 * Steps of runbooks that the console runs: each order is the command {@code highlands runbooks run KIND --json} in a process
 * of its own. The results of the newest {@value #MAX_PAGES} pages and alarms are kept until the platform ends.
 */
final class StepProcesses implements StepRuns, AutoCloseable {

    private static final int MAX_PAGES = 50;

    private final Path folder;
    private final ConsoleCommand command;
    private final Map<Shown, Map<String, RunbookStepResult>> results = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shown, Map<String, RunbookStepResult>> eldest) {
            return size() > MAX_PAGES;
        }
    };
    private StepOrder order;

    /** A page for one of its alarms. */
    private record Shown(String kind, String alarm) {}

    /**
     * Starts none yet.
     *
     * @param folder where the output of the process goes
     * @param program the words that start the command, without its own
     * @param clock what time it is
     */
    StepProcesses(Path folder, List<String> program, Clock clock) {
        this.folder = folder;
        this.command = new ConsoleCommand(program, clock);
    }

    @Override
    public synchronized void start(StepOrder wanted) {
        if (command.isRunning()) {
            throw new IllegalArgumentException("steps of '" + order.kind() + "' are running; those of one page run at a"
                    + " time");
        }
        take();
        command.start("the steps", folder, words(wanted), streams -> streams.redirectInput(new File("/dev/null"))
                .redirectOutput(output().toFile()).redirectError(errors().toFile()));
        order = wanted;
    }

    private static List<String> words(StepOrder wanted) {
        List<String> words = new ArrayList<>(List.of("runbooks", "run", wanted.kind(), "--json"));
        if (!wanted.alarm().isEmpty()) {
            words.addAll(List.of("--alarm", wanted.alarm()));
        }
        wanted.steps().forEach(step -> words.addAll(List.of("--step", step)));
        if (wanted.confirmed()) {
            // The console has asked already. What follows a change is repeated until it has had its effect.
            words.addAll(List.of("--wait", "--yes-prod"));
        }
        return words;
    }

    @Override
    public synchronized Optional<StepProgress> latest() {
        return command.process()
                .map(process -> new StepProgress(order, command.started(), command.exitCode(), complaint()));
    }

    @Override
    public synchronized List<RunbookStepResult> results(String kind, String alarm) {
        take();
        return List.copyOf(results.getOrDefault(new Shown(kind, alarm), Map.of()).values());
    }

    /** Takes over what the process has printed so far. */
    private void take() {
        if (order == null) {
            return;
        }
        Map<String, RunbookStepResult> own = results.computeIfAbsent(new Shown(order.kind(), order.alarm()),
                page -> new LinkedHashMap<>());
        for (String line : ConsoleCommand.lines(output())) {
            try {
                RunbookStepResult result = ControlJson.read(line.getBytes(StandardCharsets.UTF_8),
                        RunbookStepResult.class);
                own.remove(result.step());
                own.put(result.step(), result);
            } catch (ControlException unfinished) {
                // The rest of the line is not written yet; the next look finds it.
                break;
            }
        }
    }

    private String complaint() {
        List<String> lines = ConsoleCommand.lines(errors());
        return lines.isEmpty() ? "" : lines.getLast();
    }

    private Path output() {
        return folder.resolve("steps.json");
    }

    private Path errors() {
        return folder.resolve("steps.log");
    }

    /** Ends steps that run, and their commands, as Ctrl-C does. */
    @Override
    public synchronized void close() {
        command.close();
    }
}
