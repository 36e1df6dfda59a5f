// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Step;

/**
 * A page's rehearsal as it once was on the real platform, played again: each command says what it said then, in each phase. A
 * command that the page no longer has in those words is not known.
 */
final class Transcripts implements Stage {

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final Path PAGES = Path.of("../../runbooks");
    private static final int FIRES_AFTER = 20;
    private static final int CLEARS_AFTER = 20;

    /** Whether the mitigation does something. */
    boolean mitigates = true;

    private final Runbook recorded;
    private final Map<String, Map<String, ShellResult>> said = new HashMap<>();
    private Instant now = ScriptedStage.BEGIN;
    private Instant faultAt = Instant.MAX;
    private Instant mitigatedAt = Instant.MAX;
    private boolean injected;

    Transcripts(String kind) {
        recorded = page(kind);
        JsonNode runs = JsonMapper.shared().readTree(FOLDER.resolve(kind + ".json").toFile()).path("runs");
        runs.forEach(run -> said.computeIfAbsent(run.path("phase").asString(), phase -> new HashMap<>())
                .put(run.path("step").asString(), new ShellResult(run.path("exit").asInt(),
                        run.path("out").asString(), run.path("err").asString(), Duration.ofSeconds(1), false)));
    }

    static List<String> kinds() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String kind) {
        try {
            return Files.readString(PAGES.resolve(kind + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Runbook page(String kind) {
        return Runbook.parse(kind, text(kind));
    }

    private Set<String> expected() {
        return Set.copyOf(recorded.front().expects());
    }

    @Override
    public Map<String, Instant> standing() {
        Map<String, Instant> standing = new HashMap<>();
        boolean fired = faultAt != Instant.MAX && !now.isBefore(faultAt.plusSeconds(FIRES_AFTER));
        boolean cleared = mitigatedAt != Instant.MAX && !now.isBefore(mitigatedAt.plusSeconds(CLEARS_AFTER));
        if (fired && !cleared) {
            expected().forEach(alarm -> standing.put(alarm, faultAt.plusSeconds(FIRES_AFTER)));
        }
        return standing;
    }

    @Override
    public List<StateChange> changes(Instant from) {
        return standing().entrySet().stream().map(alarm -> new StateChange(alarm.getValue(), alarm.getKey(),
                StateChange.ALARM, "Threshold Crossed")).toList();
    }

    @Override
    public String unsteady() {
        return "";
    }

    @Override
    public String inject(String words) {
        injected = true;
        faultAt = now;
        return "f1";
    }

    @Override
    public Set<String> faults() {
        return injected ? Set.of("f1") : Set.of();
    }

    @Override
    public void clear(String fault) {
        injected = false;
    }

    @Override
    public ShellResult run(String command, Map<String, String> variables, Duration patience) {
        String name = recorded.steps().stream().filter(step -> step.command().equals(command)).map(Step::name)
                .findFirst().orElse("");
        if (recorded.front().rehearsal().orElseThrow().mitigation().contains(name) && mitigates) {
            mitigatedAt = now;
            injected = false;
        }
        return phases().stream().map(said::get).filter(answers -> answers != null && answers.containsKey(name))
                .map(answers -> answers.get(name)).findFirst()
                .orElse(new ShellResult(2, "", "no such command was run: " + command, Duration.ZERO, false));
    }

    private List<String> phases() {
        if (faultAt == Instant.MAX) {
            return List.of("diagnosis, healthy");
        }
        return mitigatedAt == Instant.MAX
                ? List.of("diagnosis, sick", "mitigation")
                : List.of("verification", "mitigation");
    }

    @Override
    public List<Panel> panels(String board, Instant from, Instant until) {
        return List.of();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause() {
        now = now.plusSeconds(1);
    }
}
