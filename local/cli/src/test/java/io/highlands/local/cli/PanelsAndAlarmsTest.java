// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.TextWidget;
import io.highlands.local.cloudwatch.dashboards.Widget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real services under a little load, watched as an SRE watches them: every panel of every dashboard draws data, those that
 * only an incident fills once the incident has happened, and outages raise the alarms that the runbooks' table names and no
 * others.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PanelsAndAlarmsTest {

    private static final Path CHECKOUT = HighlandsProcess.CHECKOUT;
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

    /** Three periods of ten seconds, the evaluation after them, and a machine that is shared. */
    private static final Duration FIRES = Duration.ofSeconds(60);
    private static final Duration CLEARS = Duration.ofSeconds(120);

    @TempDir
    private static Path state;

    private static ObservedPlatform platform;
    private static Map<String, DashboardBody> dashboards;
    private static JsonNode incidents;

    @BeforeAll
    static void up() throws Exception {
        platform = new ObservedPlatform(state);
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

    @AfterAll
    static void down() throws Exception {
        if (platform != null) {
            platform.down();
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
    }

    @Test
    @Order(3)
    void aRunbookIsRehearsedFromFaultToRecoveryAndNothingOfTheUsersOwnIsInIt() throws Exception {
        try (PlantedCredentials planted = new PlantedCredentials(state)) {
            Path report = state.resolve("report");

            int exit = platform.highlands.run(planted.environment(), "rehearse", "no-healthy-host", "--report",
                    report.toString());

            assertThat(exit).as(platform.highlands.output()).isZero();
            assertThat(platform.highlands.output()).contains("1 rehearsed, 0 failed");
            assertThat(Files.readString(report.resolve("junit.xml"))).contains("tests=\"1\" failures=\"0\"");
            assertThat(Files.readString(report.resolve("no-healthy-host.html"))).contains("<polyline")
                    .doesNotContain(planted.secrets());
            assertThat(planted.requests()).as("what was asked of the planted endpoint and proxy").isEmpty();
        }
        assertThat(platform.status().faults()).isEmpty();
    }

    @Test
    @Order(4)
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
        staysCalm("service-c");
    }

    @Test
    @Tag("rehearsal")
    @Order(5)
    void withServiceAGoneItsAlarmsStandAndNoOthers() throws Exception {
        platform.up("--scale", "service-a=0");
        try {
            standAsTheTableSays("service-a gone for good");
        } finally {
            platform.up("--scale", "service-a=1");
        }
        clears("service-a");
    }

    @Test
    @Order(6)
    void withEveryTaskOfServiceBFrozenItsAlarmsStandAndNoOthers() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Set<Long> frozen = new HashSet<>();
        Thread freezer = Thread.ofPlatform().daemon().start(() -> {
            while (!ended.get()) {
                freeze(frozen);
                ObservedPlatform.pause(250);
            }
        });
        try {
            standAsTheTableSays("all tasks of service-b unhealthy");
        } finally {
            ended.set(true);
            freezer.join();
            ObservedPlatform.signal("CONT", frozen);
        }
        clears("service-b");
    }

    private static void freeze(Set<Long> frozen) {
        try {
            Set<Long> pids = platform.pids("service-b");
            ObservedPlatform.signal("STOP", pids);
            frozen.addAll(pids);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void standAsTheTableSays(String fault) throws Exception {
        String[] row = Files.readString(CHECKOUT.resolve("runbooks/README.md")).lines()
                .filter(line -> line.startsWith("| " + fault + " |")).findFirst().orElseThrow().split("\\|");
        Set<String> expected = names(row[2]);

        ObservedPlatform.within(FIRES, () -> standing().keySet().containsAll(expected));

        TreeMap<String, String> standing = standing();
        assertThat(standing.keySet()).as("what stands when " + fault).containsAll(expected);
        Set<String> allowed = new TreeSet<>(expected);
        allowed.addAll(names(row[3]));
        assertThat(standing.keySet()).as("what else stands when " + fault).isSubsetOf(allowed);
        assertThat(standing.values()).as("reasons in words").allMatch(reason -> reason.length() > 20);
    }

    /** Everything but the burn rates, whose windows remember the outage for minutes. */
    private static void clears(String service) {
        boolean cleared = ObservedPlatform.within(CLEARS, () -> standing().keySet().stream()
                .allMatch(name -> name.startsWith("availability-burn-")) && runs(service));
        assertThat(cleared).as("still standing: " + standing()).isTrue();
    }

    /** What a short fault sets off may fire only when its period has ended: three periods without anything new. */
    private static void staysCalm(String service) {
        AtomicReference<Instant> since = new AtomicReference<>(Instant.now());
        boolean calm = ObservedPlatform.within(CLEARS, () -> {
            if (!runs(service) || !standing().keySet().stream()
                    .allMatch(name -> name.startsWith("availability-burn-"))) {
                since.set(Instant.now());
            }
            return Duration.between(since.get(), Instant.now()).compareTo(Duration.ofSeconds(30)) > 0;
        });
        assertThat(calm).as("still standing: " + standing()).isTrue();
    }

    private static Set<String> names(String cell) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(cell).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static TreeMap<String, String> standing() {
        try {
            return platform.standing();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean runs(String service) {
        return platform.status().services().stream()
                .anyMatch(each -> each.name().equals(service) && each.running() > 0 && each.stable());
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

    /** The panels that draw nothing, as DASHBOARD: TITLE, and what those say that cannot be drawn. */
    private static List<String> empty() {
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
