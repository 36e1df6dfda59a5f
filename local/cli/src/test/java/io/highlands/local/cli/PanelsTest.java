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

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.TextWidget;
import io.highlands.local.cloudwatch.dashboards.Widget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real services under a little load, watched as an SRE watches them: every panel of every dashboard draws data, those that
 * only an incident fills once the incident has happened.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class PanelsTest extends OnObservedPlatform {

    private static final Path CHECKOUT = HighlandsProcess.CHECKOUT;

    /** Three periods of ten seconds, the evaluation after them, and a machine that is shared. */
    private static final Duration FIRES = Duration.ofSeconds(60);

    private Map<String, DashboardBody> dashboards;
    private JsonNode incidents;

    @BeforeAll
    void deployed() throws Exception {
        incidents = JsonMapper.shared()
                .readTree(Files.readString(CHECKOUT.resolve("dashboards/rendered/incident-panels.json")));
        dashboards = new TreeMap<>();
        for (JsonNode entry : platform.cloudWatch("ListDashboards", "{}").path("DashboardEntries")) {
            String name = entry.path("DashboardName").asString();
            dashboards.put(name,
                    DashboardBody.parse(platform.cloudWatch("GetDashboard", "{\"DashboardName\":\"" + name + "\"}")
                            .path("DashboardBody").asString()));
        }
    }

    @Test
    @Order(1)
    void afterAMinuteEveryPanelOfEveryDashboardDrawsDataUnlessOnlyAnIncidentFillsIt() throws Exception {
        assertThat(dashboards).hasSizeGreaterThan(4);
        Set<String> excused = new HashSet<>();
        incidents.path("panels").forEach(panel -> excused.add(panel.path("board").asString() + ": "
                + panel.path("title").asString()));

        ObservedPlatform.within(Duration.ofSeconds(75), () -> withoutExcused(excused).isEmpty());

        assertThat(withoutExcused(excused)).isEmpty();
    }

    @Test
    @Order(2)
    void everySeriesThatDashboardsAndAlarmsUseIsPublishedUnderItsName() throws Exception {
        int exit = platform.highlands.run("verify", "local", "--endpoint", platform.apis(), "--wait", "2");

        assertThat(exit).as(platform.highlands.output()).isZero();
        assertThat(platform.highlands.output()).startsWith("local at " + platform.apis())
                .containsPattern("series +\\d+").endsWith("no gaps\n");
        assertThat(json("verify", "local", "--endpoint", platform.apis(), "--json").at("/report/gaps")).isEmpty();
    }

    @Test
    @Order(2)
    void alarmsAndEdgesAreThereForPrograms() throws Exception {
        assertThat(json("alarms", "--json").valueStream().map(alarm -> alarm.path("name").asString()))
                .containsExactlyInAnyOrderElementsOf(platform.alarms());
        assertThat(json("edges", "--json").valueStream()
                .map(edge -> edge.path("client").asString() + " " + edge.path("server").asString()))
                .contains("service-a service-b", "service-b service-a", "service-b service-c");
    }

    private JsonNode json(String... words) throws Exception {
        assertThat(platform.highlands.run(words)).as(platform.highlands.output()).isZero();
        return JsonMapper.shared().readTree(platform.highlands.output());
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
    }

    private void inject(String fault, String service) throws Exception {
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

    private List<String> withoutExcused(Set<String> excused) {
        return empty().stream().filter(panel -> !excused.contains(panel)).toList();
    }

    /** The panels that draw nothing, as DASHBOARD: TITLE, and what those say that cannot be drawn. */
    private List<String> empty() {
        List<String> empty = new ArrayList<>();
        dashboards.forEach((name, dashboard) -> {
            try {
                List<JsonNode> drawn = platform.widgets(name);
                for (int i = 0; i < dashboard.widgets().size(); i++) {
                    Widget widget = dashboard.widgets().get(i);
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
