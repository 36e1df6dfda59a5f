// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.dashboards.cloudwatch.board.Incidents;
import io.highlands.dashboards.cloudwatch.grammar.DashboardGrammar;
import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.DeclaredServices;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.Examples;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows in review what a change makes of the dashboards, and keeps files that can be pasted into CloudWatch's console.
 * {@code -Dupdate.rendered=true} writes them anew.
 */
class RenderedDashboardsTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;
    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> WATCHED = Environments.NAMES.stream()
            .filter(name -> EnvironmentFile.of(name).load().alarmLevel() == AlarmLevel.FULL).toList();
    private static final Path FOLDER = Path.of("../dashboards/rendered");
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void dashboardsAreAsReviewed(String environment) throws IOException {
        SequencedMap<String, JsonNode> dashboards = dashboards(environment);
        Path folder = FOLDER.resolve(environment);
        if (Boolean.getBoolean("update.rendered")) {
            Files.createDirectories(folder);
            for (var dashboard : dashboards.entrySet()) {
                Files.writeString(folder.resolve(dashboard.getKey()), text(dashboard.getValue()));
            }
        }

        assertThat(names(folder)).containsExactlyElementsOf(dashboards.keySet());
        for (var dashboard : dashboards.entrySet()) {
            assertThat(Files.readString(folder.resolve(dashboard.getKey())))
                    .as("%s %s", environment, dashboard.getKey())
                    .isEqualTo(text(dashboard.getValue()));
        }
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void dashboardsKeepToTheGrammarAsDeployed(String environment) {
        assertThat(dashboards(environment).values()).allSatisfy(dashboard -> assertThat(
                DashboardGrammar.check(JSON.convertValue(dashboard, new TypeReference<Map<String, Object>>() {
                })))
                .isEmpty());
    }

    /** Lines that only say where something ends are neither pages nor tickets. */
    @ParameterizedTest
    @FieldSource("WATCHED")
    void linesOfPagesAndTicketsAreThresholdsOfAlarmsOnTheSameMetrics(String environment) {
        List<JsonNode> alarms = Assembly.declared(environment).all("observability", "AWS::CloudWatch::Alarm");
        for (JsonNode widget : dashboards(environment).values().stream()
                .flatMap(dashboard -> dashboard.get("widgets").valueStream())
                .toList()) {
            Set<String> drawn = metricNames(widget.at("/properties/metrics"));
            widget.at("/properties/annotations/horizontal").valueStream()
                    .filter(line -> line.get("label").asString().matches("(page|ticket):.*"))
                    .forEach(line -> assertThat(alarms).as("%s of %s", line, widget.at("/properties/title"))
                            .anyMatch(alarm -> alarm.get("Threshold").asDouble() == line.get("value").asDouble()
                                    && !Collections.disjoint(drawn, watched(alarm))));
        }
    }

    @Test
    void panelsThatOnlyAnIncidentFillsAreListed() throws IOException {
        var stack = new Stack(new App(), "any");
        String listed = text(JSON.valueToTree(Incidents.of(new Monitoring(EnvironmentFile.of("local").loadDeclared())
                .platform(stack, "app", Map.of("service-b", "targetgroup")))));
        Path file = FOLDER.resolve("incident-panels.json");
        if (Boolean.getBoolean("update.rendered")) {
            Files.writeString(file, listed);
        }

        assertThat(Files.readString(file)).isEqualTo(listed);
    }

    @Test
    void everyEnvironmentHasTheSameDashboards() {
        assertThat(Environments.NAMES).extracting(environment -> List.copyOf(dashboards(environment).keySet()))
                .containsOnly(Stream
                        .concat(DeclaredServices.ALL.names().stream(), Stream.of("mesh", "overview", "telemetry"))
                        .map(name -> name + ".json").sorted().toList());
    }

    private static Set<String> metricNames(JsonNode rows) {
        return rows.valueStream().filter(row -> row.get(0).isString()).map(row -> row.get(1).asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> watched(JsonNode alarm) {
        return Set.copyOf(alarm.findValuesAsString("MetricName"));
    }

    private static SequencedMap<String, JsonNode> dashboards(String environment) {
        var examples = new Examples(EnvironmentFile.of(environment).load());
        SequencedMap<String, JsonNode> dashboards = new TreeMap<>();
        Assembly.declared(environment).all("observability", "AWS::CloudWatch::Dashboard").forEach(
                dashboard -> dashboards.put(file(environment, dashboard.get("DashboardName").asString()),
                        JSON.readTree(examples.resolve(dashboard.get("DashboardBody")))));
        return dashboards;
    }

    private static String file(String environment, String dashboard) {
        return dashboard.substring("highlands-".length() + environment.length() + 1) + ".json";
    }

    private static String text(JsonNode json) {
        return json.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(RenderedDatadogTest.PREFIX)).sorted().toList();
        }
    }
}
