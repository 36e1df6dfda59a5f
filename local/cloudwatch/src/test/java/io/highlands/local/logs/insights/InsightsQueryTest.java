// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The query language, rule by rule, over a handful of lines. */
class InsightsQueryTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final List<LogRecord> lines = new ArrayList<>();

    @Test
    void withoutFieldsTheTimeAndTheLineAreShownNewestFirst() {
        line(0, "first");
        line(1, "second");

        assertThat(rows("limit 10")).containsExactly(List.of("2026-01-05 12:00:01.000", "second"),
                List.of("2026-01-05 12:00:00.000", "first"));
        assertThat(run("limit 10").fields()).containsExactly("@timestamp", "@message");
    }

    @Test
    void membersOfJsonLinesAreFieldsByTheirPath() {
        line(0, """
                {"level":"ERROR","http":{"status":502,"tags":["a","b"]},"ok":false}""");

        assertThat(rows("fields level, http.status, http.tags.1, ok, none")).singleElement()
                .satisfies(row -> assertThat(row).containsExactly("ERROR", "502", "b", "0", null));
    }

    @Test
    void filtersCompareAsNumbersWhereBothAreNumbersAndElseAsText() {
        line(0, "{\"ms\":9,\"name\":\"x\"}");
        line(1, "{\"ms\":10,\"name\":\"y\"}");

        assertThat(rows("filter ms > 9 | fields name")).containsExactly(List.of("y"));
        assertThat(rows("filter ms <= 9.0 | fields name")).containsExactly(List.of("x"));
        assertThat(rows("filter name = \"y\" and ms != 9 | fields name")).containsExactly(List.of("y"));
        assertThat(rows("filter name in ['x', 'z'] or ms = 11 | fields name")).containsExactly(List.of("x"));
        assertThat(rows("filter not (name in [\"x\"]) | fields name")).containsExactly(List.of("y"));
        assertThat(rows("filter name not in [\"x\"] | fields name")).containsExactly(List.of("y"));
    }

    @Test
    void likeFindsTextOrAnExpression() {
        line(0, "GET /time 504 upstream");
        line(1, "GET /health 200");

        assertThat(rows("filter @message like \"504\" | fields @message")).hasSize(1);
        assertThat(rows("filter @message like /GET \\/(time|x) 5\\d\\d/ | fields @message")).hasSize(1);
        assertThat(rows("filter @message =~ /(?i)get/ | fields @message")).hasSize(2);
        assertThat(rows("filter @message not like /504/ | fields @message"))
                .containsExactly(List.of("GET /health 200"));
    }

    @Test
    void missingFieldsAreNeitherEqualNorLike() {
        line(0, "{\"level\":\"INFO\"}");
        line(1, "plain");

        assertThat(rows("filter ispresent(level) | fields level")).containsExactly(List.of("INFO"));
        assertThat(rows("filter level = '' | fields level")).isEmpty();
        assertThat(rows("filter level like /./ | fields level")).hasSize(1);
        assertThat(rows("filter level < 5 | fields level")).isEmpty();
    }

    @Test
    void parseTakesStarsAndNamedGroups() {
        line(0, "user=ada took 12 ms");

        assertThat(rows("parse @message \"user=* took * ms\" as user, ms | fields user, ms + 1 as more"))
                .containsExactly(List.of("ada", "13"));
        assertThat(rows("parse /user=(?<the_user>\\w+)/ | fields the_user")).containsExactly(List.of("ada"));
        assertThat(run("parse 'user=* ' as user").fields()).containsExactly("@timestamp", "@message", "user");
    }

    @Test
    void statsGatherByFieldsAndByPeriods() {
        for (int second = 0; second < 120; second += 10) {
            line(second, "{\"route\":\"" + (second % 20 == 0 ? "/" : "/time") + "\",\"ms\":" + second + "}");
        }

        QueryAnswer answer = run("stats count(*) as n, avg(ms), max(ms) - min(ms) as spread by bin(1m), route "
                + "| sort route asc, `bin(1m)` asc");

        assertThat(answer.fields()).containsExactly("bin(1m)", "route", "n", "avg(ms)", "spread");
        assertThat(answer.timeField()).contains("bin(1m)");
        assertThat(answer.binSeconds()).isEqualTo(60);
        assertThat(answer.rows().getFirst()).containsExactly("2026-01-05 12:00:00.000", "/", "3", "20", "40");
        assertThat(answer.rows()).hasSize(4);
    }

    @Test
    void statsKnowPercentilesDistinctValuesAndTheLatest() {
        for (int i = 1; i <= 100; i++) {
            line(i, "{\"ms\":" + i + ",\"who\":\"" + i % 3 + "\"}");
        }

        assertThat(rows(
                "stats pct(ms, 95), median(ms), count_distinct(who), latest(ms), earliest(ms), sum(ms), stddev(ms)"))
                .containsExactly(List.of("95", "50", "3", "100", "1", "5050", "28.8661"));
    }

    @Test
    void statsWithoutEventsCountZero() {
        assertThat(rows("filter @message like /x/ | stats count() as n, avg(ms) as a")).singleElement()
                .satisfies(row -> assertThat(row).containsExactly("0", null));
        assertThat(rows("stats count(*) by level")).isEmpty();
    }

    @Test
    void aSecondStatsCountsTheFirstOnesGroups() {
        line(0, "{\"trace\":\"a\"}");
        line(1, "{\"trace\":\"a\"}");
        line(2, "{\"trace\":\"b\"}");

        assertThat(rows("stats count(*) as n by trace | stats max(n) as most, count(*) as traces"))
                .containsExactly(List.of("2", "2"));
    }

    @Test
    void sortOrdersNumbersAsNumbersAndPutsWhatIsMissingLast() {
        line(0, "{\"ms\":9}");
        line(1, "{\"ms\":100}");
        line(2, "plain");

        assertThat(rows("fields ms | sort ms desc | limit 2")).containsExactly(List.of("100"), List.of("9"));
        assertThat(rows("fields ms | sort ms | limit 1")).containsExactly(List.of("9"));
    }

    @Test
    void displayShowsOnlyWhatItNamesAndDedupTheNewestOfEach() {
        line(0, "{\"level\":\"INFO\",\"n\":1}");
        line(1, "{\"level\":\"INFO\",\"n\":2}");
        line(2, "{\"level\":\"WARN\",\"n\":3}");

        assertThat(rows("fields @timestamp, level, n | sort @timestamp desc | dedup level | display n"))
                .containsExactly(List.of("3"), List.of("2"));
    }

    @Test
    void rowsAreCompleteWhenNothingCanChangeThem() {
        InsightsRun run = InsightsQuery.parse("fields @message | sort @timestamp desc | limit 1").run(100);

        assertThat(run.accept(new LogRecord("g", "s", NOON, NOON, "x"))).isFalse();
    }

    @Test
    void functionsChangeTextAndNumbers() {
        line(0, "{\"a\":\" Ab \",\"n\":-2.5}");

        assertThat(rows("fields trim(a), toupper(a), strlen(a), abs(n), ceil(n), concat(trim(a), '-', n), "
                + "coalesce(x, n), substr(a, 1, 2), greatest(n, 3), 2 ^ 3 % 5, strcontains(a, 'A'), datefloor(@timestamp, 1h)"))
                .containsExactly(List.of("Ab", " AB ", "4", "2.5", "-2", "Ab--2.5", "-2.5", "Ab", "3", "3", "1",
                        "2026-01-05 12:00:00.000"));
    }

    @Test
    void sourcesNameLogGroupsAndCommentsAreLeftOut() {
        InsightsQuery query = InsightsQuery.parse("""
                SOURCE '/highlands/local/service-a' | SOURCE "/highlands/local/service-b"
                # newest errors
                | fields @message # the line
                | limit 5""");

        assertThat(query.sources()).containsExactly("/highlands/local/service-a", "/highlands/local/service-b");
        assertThat(query.columns()).containsExactly("@message");
    }

    @Test
    void whatIsNotServedIsNamed() {
        assertThatThrownBy(() -> InsightsQuery.parse("fields @message | pattern @message"))
                .isInstanceOf(InsightsException.class)
                .hasMessage("The command 'pattern' is not served here; served: fields, filter, parse, stats, sort, "
                        + "limit, head, display, dedup, SOURCE (character 19)");
        assertThatThrownBy(() -> InsightsQuery.parse("fields jsonParse(@message)"))
                .hasMessageStartingWith("The function 'jsonParse' is not served here; served: abs, ");
        assertThatThrownBy(() -> InsightsQuery.parse("stats level by bin(5m)")).hasMessageContaining("avg(level)");
        assertThatThrownBy(() -> InsightsQuery.parse("filter avg(x) > 1")).hasMessageContaining("only stats");
        assertThatThrownBy(() -> InsightsQuery.parse("stats sum(avg(x))")).hasMessageContaining("takes no other");
        assertThatThrownBy(() -> InsightsQuery.parse("limit 0")).hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> InsightsQuery.parse("filter a like b")).hasMessageContaining("in quotes");
        assertThatThrownBy(() -> InsightsQuery.parse("fields 'a")).hasMessageContaining("not closed");
        assertThatThrownBy(() -> InsightsQuery.parse("")).isInstanceOf(InsightsException.class);
        assertThatThrownBy(() -> InsightsQuery.parse("fields a b")).hasMessageContaining("Expected | or the end");
    }

    @Test
    void theAnswerSaysHowManyEventsWereReadAndMatched() {
        line(0, "yes");
        line(1, "no");
        line(2, "yes");

        QueryAnswer answer = run("fields @message | filter @message = 'yes' | stats count(*) as n");

        assertThat(answer.scanned()).isEqualTo(3);
        assertThat(answer.matched()).isEqualTo(2);
        assertThat(answer.bytes()).isEqualTo(8);
    }

    private void line(int second, String message) {
        lines.addFirst(new LogRecord("/highlands/local/x", "app/app/1", NOON.plusSeconds(second), NOON, message));
    }

    private List<List<String>> rows(String query) {
        return run(query).rows();
    }

    private QueryAnswer run(String query) {
        InsightsRun run = InsightsQuery.parse(query).run(1_000);
        lines.forEach(run::accept);
        return run.finish(List.of());
    }
}
