// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.cloudwatch.dashboards.Board;
import io.highlands.local.cloudwatch.dashboards.TextWidget;
import io.highlands.local.cloudwatch.dashboards.Widget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real services under a little load, watched as an SRE watches them: every panel of every board draws data, those that
 * only an incident fills once the incident has happened.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PanelsTest {

    private static final Path CHECKOUT = HighlandsProcess.CHECKOUT;

    /** Three periods of ten seconds, the evaluation after them, and a machine that is shared. */
    private static final Duration FIRES = Duration.ofSeconds(60);
    private static final Duration CLEARS = Duration.ofSeconds(120);

    @TempDir
    private static Path state;

    private static ObservedPlatform platform;
    private static Map<String, Board> boards;
    private static JsonNode incidents;

    @BeforeAll
    static void up() throws Exception {
        platform = new ObservedPlatform(state);
        incidents = JsonMapper.shared()
                .readTree(Files.readString(CHECKOUT.resolve("dashboards/rendered/incident-panels.json")));
        boards = new TreeMap<>();
        for (JsonNode entry : platform.cloudWatch("ListDashboards", "{}").path("DashboardEntries")) {
            String name = entry.path("DashboardName").asString();
            boards.put(name, Board.parse(platform.cloudWatch("GetDashboard", "{\"DashboardName\":\"" + name + "\"}")
                    .path("DashboardBody").asString()));
        }
    }

    @AfterAll
    static void down() throws Exception {
        if (platform != null) {
            platform.down();
        }
    }

    @Test
    @Order(1)
    void afterAMinuteEveryPanelOfEveryBoardDrawsDataUnlessOnlyAnIncidentFillsIt() throws Exception {
        assertThat(boards).hasSizeGreaterThan(4);
        Set<String> excused = new HashSet<>();
        incidents.path("panels").forEach(panel -> excused.add(panel.path("board").asString() + ": "
                + panel.path("title").asString()));

        ObservedPlatform.within(Duration.ofSeconds(75), () -> withoutExcused(excused).isEmpty());

        assertThat(withoutExcused(excused)).isEmpty();
    }

    @Test
    @Order(2)
    void everySeriesThatBoardsAndAlarmsUseIsPublishedUnderItsName() throws Exception {
        int gaps = platform.highlands.run("verify", "local", "--endpoint", platform.apis());

        assertThat(platform.highlands.output()).startsWith("local at " + platform.apis())
                .containsPattern("series +\\d+");
        assertThat(platform.highlands.output().lines().filter(line -> line.startsWith("series  "))
                .filter(line -> line.contains("does not exist") || line.contains("finds nothing"))).isEmpty();
        assertThat(platform.highlands.output().lines()
                .filter(line -> line.contains("is declared and not there"))).isEmpty();
        assertThat(gaps).as(platform.highlands.output()).isBetween(0, 1);
    }

    @Test
    @Order(3)
    void panelsThatOnlyAnIncidentFillsAreFilledByTheFaultThatTheyName() throws Exception {
        Set<String> faults = new TreeSet<>();
        Set<String> wanted = new TreeSet<>();
        incidents.path("panels").forEach(panel -> {
            faults.add(panel.path("fault").asString() + " " + panel.path("service").asString());
            wanted.add(panel.path("board").asString() + ": " + panel.path("title").asString());
        });
        for (String fault : faults) {
            inject(fault.split(" ")[0], fault.split(" ")[1]);
        }

        ObservedPlatform.within(FIRES, () -> empty().stream().noneMatch(wanted::contains));

        assertThat(empty()).doesNotContainAnyElementsOf(wanted);
        assertThat(ObservedPlatform.within(CLEARS, () -> runs("service-c"))).isTrue();
    }

    private static boolean runs(String service) {
        return platform.status().path("services").valueStream()
                .anyMatch(each -> each.path("name").asString().equals(service) && each.path("running").asInt() > 0
                        && each.path("stable").asBoolean());
    }

    private static void inject(String fault, String service) throws Exception {
        switch (fault) {
            case "kill-app" -> ObservedPlatform.signal("KILL", platform.pids(service));
            case "zero-tasks" -> {
                platform.up("--scale", service + "=0");
                platform.up("--scale", service + "=1");
            }
            case "bad-request" -> {
                assertThat(platform.get("/?name=" + "x".repeat(300))).isEqualTo(400);
                platform.direct(service, "/route/none");
            }
            default -> throw new IllegalArgumentException("nobody knows how to inject " + fault);
        }
    }

    private static List<String> withoutExcused(Set<String> excused) {
        return empty().stream().filter(panel -> !excused.contains(panel)).toList();
    }

    /** The panels that draw nothing, as BOARD: TITLE, and what those say that cannot be drawn. */
    private static List<String> empty() {
        List<String> empty = new ArrayList<>();
        boards.forEach((name, board) -> {
            try {
                List<JsonNode> drawn = platform.widgets(name);
                for (int i = 0; i < board.widgets().size(); i++) {
                    Widget widget = board.widgets().get(i);
                    String html = drawn.get(i).path("html").asString("");
                    if (!(widget instanceof TextWidget) && html.contains("class=\"nodata\"")) {
                        empty.add(name.replace("highlands-local-", "") + ": " + widget.title());
                    } else if (html.contains("class=\"failed\"")) {
                        empty.add(name.replace("highlands-local-", "") + ": " + widget.title() + " FAILED " + html);
                    }
                }
            } catch (Exception e) {
                throw new IllegalStateException(name + " cannot be drawn: " + e, e);
            }
        });
        return empty;
    }
}
