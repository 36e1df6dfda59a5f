// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.rehearsal.shell.ShellResult;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Step;

/**
 * A page's rehearsal as it once was on the real platform, replayed: each command says what it said then, in each phase. A
 * command that the page no longer has in those words is not known.
 */
final class Transcripts extends ScriptedFault {

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final Path PAGES = Path.of("../../runbooks");
    private static final int FIRES_AFTER = 20;

    /** Whether the mitigation does something. */
    boolean mitigates = true;

    private final Runbook recorded;
    private final Map<String, Map<String, ShellResult>> said = new HashMap<>();

    Transcripts(String kind) {
        recorded = page(kind);
        recorded.front().expects().forEach(alarm -> firing.put(alarm, FIRES_AFTER));
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

    @Override
    public ShellResult run(String command, Map<String, String> variables, Duration timeout) {
        String name = recorded.steps().stream().filter(step -> step.command().equals(command)).map(Step::name)
                .findFirst().orElse("");
        if (recorded.front().rehearsal().orElseThrow().mitigation().contains(name) && mitigates) {
            mitigate();
            faults().forEach(this::clear);
        }
        return phases().stream().map(said::get).filter(answers -> answers != null && answers.containsKey(name))
                .map(answers -> answers.get(name)).findFirst()
                .orElse(new ShellResult(2, "", "no such command was run: " + command, Duration.ZERO, false));
    }

    private List<String> phases() {
        if (!disturbed()) {
            return List.of("diagnosis, healthy");
        }
        return mitigated()
                ? List.of("verification", "mitigation")
                : List.of("diagnosis, sick", "mitigation");
    }
}
