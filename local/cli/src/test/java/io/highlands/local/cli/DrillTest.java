// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.control.message.InjectedFault;

import static org.assertj.core.api.Assertions.assertThat;

/** A drill from its start to its score, and one that is ended, in real processes with a scripted trainee. */
@Isolated("a drill begins on a platform without faults and alarms")
@Tag("rehearsal")
class DrillTest extends OnObservedPlatform {

    /** Longer than a drill waits for the alarms of the one before: 30 minutes of AWS's time, six times as fast. */
    private static final Duration TIMEOUT = Duration.ofMinutes(7);

    /** Of the three services: the seed chooses among those that requests take. */
    private static final int EDGES = 3;

    /** Its fault ends with the tasks, and an instant of it leaves no alarm. */
    private static final String SEED = "5";

    @Test
    void aDrillIsPlayedAgainByItsSeedFromStartToScore() throws Exception {
        JsonNode truth = givenUp();
        Path printed = state.resolve("drill.txt");
        Process drill = begin(printed);

        assertThat(platform.status().faults()).singleElement().extracting(InjectedFault::kind).isEqualTo("drill");
        assertThat(platform.highlands.run("fault", "list", "--json")).isZero();
        assertThat(platform.highlands.output().split("\"injected\"", 2)[1])
                .doesNotContain(truth.path("specification").asString(), truth.path("where").asString());
        write(drill, "answer %s %s %s".formatted(truth.path("where").asString(), truth.path("kind").asString(),
                truth.path("mitigation").get(0).asString()));
        assertThat(platform.highlands.run("restart", truth.path("service").asString())).isZero();

        assertThat(drill.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(drill.exitValue()).as(Files.readString(printed)).isZero();
        assertThat(Files.readString(printed)).contains("where: right, kind: right, mitigation: right",
                "the mitigation works", "Mitigated in environment `local`", "**100 points.**",
                "requests failed");
        assertThat(platform.highlands.run("drill", "scores")).isZero();
        assertThat(platform.highlands.output()).containsPattern("1 +" + SEED + " +0 +given up")
                .containsPattern("1 +" + SEED + " +100 +\\d+ s");
        assertThat(platform.status().faults()).isEmpty();
        assertThat(platform.status().load().perSecond()).isZero();
    }

    @Test
    void interruptedItLeavesNoFaultAndTheLoadThatWas() throws Exception {
        Process drill = begin(state.resolve("interrupted.txt"));
        assertThat(platform.status().load().perSecond()).isEqualTo(4);

        ObservedPlatform.signal("INT", List.of(drill.pid()));

        assertThat(drill.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(drill.exitValue()).isEqualTo(130);
        assertThat(Files.readString(state.resolve("interrupted.txt"))).doesNotContain("no drill runs", "given up");
        assertThat(platform.status().faults()).isEmpty();
        assertThat(platform.status().load().perSecond()).isZero();
    }

    @Test
    void killedItLeavesNeitherBehind() throws Exception {
        Process drill = begin(state.resolve("killed.txt"));

        drill.destroyForcibly().waitFor();

        assertThat(ObservedPlatform.within(TIMEOUT, () -> platform.status().faults().isEmpty()
                && platform.status().load().perSecond() == 0)).isTrue();
    }

    /** The truth of the seed, from the report of a drill that was given up. */
    private JsonNode givenUp() throws Exception {
        Path report = state.resolve("report");
        Process drill = begin(state.resolve("given-up.txt"), "--report", report.toString());
        write(drill, "give-up");
        assertThat(drill.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(drill.exitValue()).isEqualTo(1);
        return JsonMapper.shared().readTree(Files.readString(report.resolve("level-1-seed-" + SEED + ".json")))
                .path("plan").path("faults").get(0);
    }

    private Process begin(Path printed, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("drill", "--seed", SEED));
        words.addAll(List.of(more));
        assertThat(ObservedPlatform.within(TIMEOUT, () -> platform.status().edges().stream()
                .filter(edge -> edge.attempts() > 0).count() >= EDGES)).as("requests on all edges").isTrue();
        Process drill = platform.highlands.start(printed, words.toArray(String[]::new));
        assertThat(ObservedPlatform.within(TIMEOUT,
                () -> !drill.isAlive() || platform.status().faults().size() == 1)).isTrue();
        assertThat(drill.isAlive()).as(Files.readString(printed)).isTrue();
        return drill;
    }

    /** The input stays open: its end would give the drill up. */
    private static void write(Process drill, String line) throws IOException {
        drill.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        drill.getOutputStream().flush();
    }
}
