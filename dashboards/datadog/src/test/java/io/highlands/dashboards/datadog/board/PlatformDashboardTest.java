// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.datadog.SamplePlatform;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformDashboardTest {

    private static final JsonNode DASHBOARD = JsonMapper.shared()
            .valueToTree(PlatformDashboard.of(SamplePlatform.traced()));
    private static final Pattern ID = Pattern.compile("\\bq\\d+_[a-z0-9_]+\\b");

    @Test
    void thereIsAGroupForUsersForEachEdgeAndForEachService() {
        assertThat(groups()).extracting(group -> group.at("/definition/title").asString())
                .containsExactly("Are users happy?", "service-b → service-a", "service-a", "service-b");
    }

    @Test
    void everyEdgeSetsServiceConnectBesideTheSpansOfBothAgents() {
        assertThat(groups().get(1).toString()).contains("aws.ecs.httpcode_target_2xx_count.sum",
                "aws.ecs.target_response_time", "trace.http.request.hits", "trace.http.client.request.hits",
                "trace.servlet.request{", "trace.http.server.request{");
    }

    @Test
    void groupsLieOneBelowTheOther() {
        int end = 0;
        for (JsonNode widget : DASHBOARD.get("widgets")) {
            assertThat(widget.at("/layout/y").asInt()).isEqualTo(end);
            end += widget.at("/layout/height").asInt();
        }
    }

    @Test
    void tilesStayInTheirGroupAndCoverNoOther() {
        for (JsonNode group : groups()) {
            Set<String> taken = new HashSet<>();
            for (JsonNode tile : group.at("/definition/widgets")) {
                JsonNode layout = tile.get("layout");
                assertThat(layout.get("x").asInt() + layout.get("width").asInt()).isLessThanOrEqualTo(Group.COLUMNS);
                assertThat(layout.get("y").asInt() + layout.get("height").asInt())
                        .isLessThanOrEqualTo(group.at("/layout/height").asInt() - 1);
                assertThat(taken.add(layout.get("x") + "," + layout.get("y"))).isTrue();
            }
        }
    }

    @Test
    void formulasNameExactlyTheirQueriesAndNoTwoLinesShareAnId() {
        for (JsonNode tile : tiles()) {
            List<String> ids = new ArrayList<>();
            for (JsonNode request : tile.get("requests")) {
                Set<String> named = ID.matcher(request.at("/formulas/0/formula").asString()).results()
                        .map(MatchResult::group).collect(Collectors.toSet());
                List<String> queries = request.get("queries").valueStream().map(query -> query.get("name").asString())
                        .toList();
                assertThat(queries).as(tile.get("title").asString()).containsExactlyInAnyOrderElementsOf(named);
                ids.addAll(queries);
            }
            assertThat(ids).doesNotHaveDuplicates();
        }
    }

    /** Spans are timed in seconds, Service Connect in milliseconds. */
    @Test
    void timesAreAllInMilliseconds() {
        for (JsonNode tile : tiles()) {
            for (JsonNode request : tile.get("requests")) {
                boolean seconds = request.get("queries").valueStream().map(query -> query.get("query").asString())
                        .anyMatch(query -> query.matches("(avg|p\\d+):trace\\..*"));
                String formula = request.at("/formulas/0/formula").asString();
                assertThat(formula.contains("1000 * ")).as(formula).isEqualTo(seconds);
                if (seconds || request.toString().contains("target_response_time")) {
                    assertThat(request.at("/formulas/0/number_format/unit/unit_name").asString())
                            .isEqualTo("millisecond");
                    assertThat(tile.get("title").asString()).endsWith(", ms");
                }
            }
        }
    }

    @Test
    void sharesSayPercent() {
        assertThat(tiles()).allSatisfy(tile -> assertThat(tile.get("requests").valueStream())
                .allMatch(request -> "percent".equals(request.at("/formulas/0/number_format/unit/unit_name")
                        .asString("")) == tile.get("title").asString().endsWith(", percent")));
    }

    @Test
    void linesOfPagesAndTicketsAreTheThresholdsOfTheAlarms() {
        assertThat(markers("page")).containsExactlyInAnyOrder(Thresholds.DEFAULTS.burnFast(),
                Thresholds.DEFAULTS.burnSlow());
        assertThat(markers("ticket")).contains(8000.0, (double) Thresholds.DEFAULTS.proxyErrors(),
                Thresholds.DEFAULTS.cpuPercent(), Thresholds.DEFAULTS.heapPercent());
    }

    @Test
    void everyTileSaysHowToReadIt() {
        assertThat(tiles()).isNotEmpty()
                .allSatisfy(tile -> assertThat(tile.get("description").asString()).endsWith("."));
    }

    @Test
    void noteNamesTheDashboardsOfCloudWatchAndTheRunbooks() {
        assertThat(DASHBOARD.at("/widgets/0/definition/content").asString()).endsWith(
                "CloudWatch: `highlands-test-overview`, `highlands-test-mesh`. Runbooks: https://example.org/runbooks");
    }

    @Test
    void textsHoldNoGaps() {
        assertThat(DASHBOARD.toString()).doesNotContain("  ");
    }

    private static List<Double> markers(String kind) {
        return tiles().stream().flatMap(tile -> tile.path("markers").valueStream())
                .filter(marker -> marker.get("label").asString().startsWith(kind + ":"))
                .map(marker -> Double.valueOf(marker.get("value").asString().substring("y = ".length()))).toList();
    }

    private static List<JsonNode> groups() {
        return DASHBOARD.get("widgets").valueStream()
                .filter(widget -> "group".equals(widget.at("/definition/type").asString())).toList();
    }

    private static List<JsonNode> tiles() {
        return groups().stream().flatMap(group -> group.at("/definition/widgets").valueStream())
                .map(tile -> tile.get("definition")).toList();
    }
}
