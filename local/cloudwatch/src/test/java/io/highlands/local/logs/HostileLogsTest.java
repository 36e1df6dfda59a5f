// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.logs.bounds.LinearPattern;
import io.highlands.local.store.NewLogEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Patterns and queries that would take a process's time, memory or stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html">Supported regular expressions
 *      (regex) syntax</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">FilterLogEvents</a>:
 *      "This operation can return empty results while there are more log events available through the token"
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html">GetQueryResults</a>:
 *      the statuses Cancelled and Timeout
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html">StartQuery</a>:
 *      queryString has at most 10,000 characters
 */
@Timeout(120)
class HostileLogsTest {

    private static final String GROUP = LogKit.GROUP;

    @TempDir
    private Path folder;

    private LogKit kit;
    private LogService logs;
    private Instant now;

    @BeforeEach
    void open() {
        kit = new LogKit(folder, OptionalInt.empty());
        logs = kit.logs();
        now = kit.now();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aFilterPatternTakesNoParenthesesAsInAws() {
        for (String pattern : List.of("%(a|aa)+$%", "%(a+)+$%", "%(.*a){25}$%", "%(a|a)*$%", "{ $.m = %(a+)+$% }")) {
            assertThatThrownBy(() -> filter(pattern)).as(pattern).isInstanceOfSatisfying(LogsException.class,
                    refused -> assertThat(refused.code()).isEqualTo("InvalidParameterException"))
                    .hasMessageContaining("'(' is not supported in the regular expression");
        }
        assertThatThrownBy(() -> filter("%something!%")).hasMessageContaining("'!' is not supported");
    }

    @Test
    void aFilterPatternTakesTwoExpressionsAsInAws() {
        assertThatThrownBy(() -> filter("%a% %b% %c%")).hasMessageContaining("more than 2 regular expressions");
        assertThatThrownBy(() -> filter("{ $.a = %a% || $.a = %b% || $.a = %c% }"))
                .hasMessageContaining("more than 2 regular expressions");
    }

    @Test
    void starsInJsonPatternsAreMatchedInLinearTime() {
        put("{\"m\":\"" + "a".repeat(5_000) + "!\"}");

        assertThat(filter("{ $.m = " + "*a".repeat(30) + "*b }").events()).isEmpty();
        assertThat(filter("{ $.m = " + "*a".repeat(30) + "*! }").events()).hasSize(1);
    }

    @Test
    void parenthesesOfAJsonPatternHaveALimit() {
        assertThatThrownBy(() -> filter("{ " + "(".repeat(400) + "$.a = 1" + ")".repeat(400) + " }"))
                .hasMessageContaining("no more than 100 levels of parentheses");
    }

    @Test
    void aFilterThatTakesTooLongReturnsAPartOfThePageAndAToken() {
        String line = "a".repeat(5_000) + "!";
        for (int i = 0; i < 20; i++) {
            int batch = i;
            put(IntStream.range(0, 100).mapToObj(n -> new NewLogEvent(now.minusSeconds(50 - batch), line)).toList());
        }

        EventPage page = filter("%" + "a.*".repeat(60) + "b%");

        assertThat(page.events()).isEmpty();
        assertThat(page.nextToken()).isPresent();
    }

    @Test
    void aPageEndsAfterOneMegabyteAsInAws() {
        for (int i = 0; i < 12; i++) {
            put(i + "x".repeat(250_000));
        }

        EventPage page = filter("");
        assertThat(page.events()).hasSizeBetween(4, 5);
        EventPage next = logs.filter(FilterRequest.of(GROUP, now.minusSeconds(60), now.plusSeconds(60), "")
                .after(page.nextToken().orElseThrow()));
        assertThat(next.events().getFirst().message()).startsWith(String.valueOf(page.events().size()));
    }

    @Test
    void queriesWithExpressionsThatBacktrackElsewhereEndSoon() {
        put("a".repeat(5_000) + "!");

        assertThat(rows("filter @message like /(a+)+$/ | fields @message")).isEmpty();
        assertThat(rows("filter @message =~ /(a|aa)+$/ | fields @message")).isEmpty();
        assertThat(rows("filter @message like /(a|a)*$/ | stats count(*)")).containsExactly(List.of("1"));
        assertThat(rows("parse @message /(?<x>(a|aa)+)$/ | fields x")).hasSize(1);
        assertThat(rows("parse @message '" + "*a".repeat(30) + "b' as "
                + String.join(",", IntStream.range(0, 30).mapToObj(n -> "x" + n).toList()) + " | fields x1"))
                .hasSize(1);
    }

    @Test
    void aQueryNamesTheConstructThatIsNotSupported() {
        assertThatThrownBy(() -> rows("filter @message like /a(?=b)/")).isInstanceOfSatisfying(LogsException.class,
                refused -> assertThat(refused.code()).isEqualTo("MalformedQueryException"))
                .hasMessageContaining("the look-ahead (?=…) is not supported");
    }

    @Test
    void longQueriesDoNotOverflowTheStack() {
        put("x");

        assertThatThrownBy(() -> rows("fields " + "(".repeat(3_000) + "1" + ")".repeat(3_000)))
                .hasMessageContaining("nests at most 100 levels");
        assertThatThrownBy(() -> rows("fields " + "abs(".repeat(1_500) + "1" + ")".repeat(1_500)))
                .hasMessageContaining("nests at most 100 levels");
        assertThatThrownBy(() -> rows("fields " + "- ".repeat(3_000) + "1")).hasMessageContaining("at most 100 levels");
        assertThatThrownBy(() -> rows("fields 2" + "^2".repeat(3_000))).hasMessageContaining("at most 100 levels");
        assertThatThrownBy(() -> rows("limit 1 " + "| limit 1 ".repeat(900))).hasMessageContaining("100 commands");
        assertThatThrownBy(() -> rows(" ".repeat(10_000) + "limit 1")).hasMessageContaining("at most 10000 characters");
        assertThat(rows("fields 0" + "+1".repeat(4_000) + " as n | fields n")).containsExactly(List.of("4000"));
        assertThat(rows("filter 0" + " or 0".repeat(1_900) + " or 1 | stats count(*)")).containsExactly(List.of("1"));
        assertThat(rows("fields" + " ".repeat(9_000) + "@message")).containsExactly(List.of("x"));
        assertThat(rows("fields a" + ".a".repeat(4_000) + " as b | stats count(*)")).containsExactly(List.of("1"));
        assertThat(rows("filter " + "not ".repeat(2_000) + "1 | stats count(*)")).containsExactly(List.of("1"));
    }

    @Test
    void aFunctionOfItsOwnResultDoesNotFillTheMemory() {
        put("x".repeat(5_000));
        String twenty = ",a".repeat(19);

        assertThatThrownBy(() -> rows("fields @message as a" + (" | fields concat(a" + twenty + ") as a").repeat(6)))
                .isInstanceOfSatisfying(LogsException.class,
                        refused -> assertThat(refused.code()).isEqualTo("MalformedQueryException"))
                .hasMessageContaining("a text of more than");
        assertThatThrownBy(() -> rows("fields replace(@message, 'x', @message) as a | fields replace(a, 'x', a)"))
                .hasMessageContaining("a text of more than");
    }

    @Test
    void aQueryThatKeepsMoreThanItsMemoryEnds() {
        for (int i = 0; i < 40; i++) {
            put(i + "x".repeat(50_000));
        }

        assertThatThrownBy(() -> rows("stats count(*) by concat(@message" + ", @message".repeat(19) + ")"))
                .isInstanceOfSatisfying(LogsException.class,
                        refused -> assertThat(refused.code()).isEqualTo("LimitExceededException"))
                .hasMessageContaining("32 MiB");
    }

    @Test
    void stopQueryEndsTheQueryAndTheNextOneRuns() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            put("a".repeat(250_000) + "!");
        }
        String slow = logs.startQuery(query("filter @message like /(.*a){300}$/ | stats count(*)"));
        while (!isMatching()) {
            Thread.onSpinWait();
        }

        assertThat(logs.results(slow).state()).isEqualTo("Running");
        assertThat(logs.stopQuery(slow)).isTrue();
        assertThat(logs.results(slow).state()).isEqualTo("Cancelled");
        assertThat(ended(logs.startQuery(query("stats count(*)")))).isEqualTo("Complete");
    }

    @Test
    void moreThanThirtyQueriesAtATimeAreRefused() {
        for (int i = 0; i < 10; i++) {
            put("a".repeat(250_000) + "!");
        }
        List<String> ids = IntStream.range(0, 30)
                .mapToObj(i -> logs.startQuery(query("filter @message like /(.*a){300}$/ | stats count(*)"))).toList();

        assertThatThrownBy(() -> logs.startQuery(query("stats count(*)"))).isInstanceOfSatisfying(LogsException.class,
                refused -> assertThat(refused.code()).isEqualTo("LimitExceededException"));
        ids.forEach(logs::stopQuery);
    }

    /** Whether a query is at its expression: only then there is something to stop. */
    private static boolean isMatching() {
        return Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(thread -> thread.getKey().getName().equals("insights") && Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(LinearPattern.class.getName())));
    }

    private String ended(String id) throws InterruptedException {
        while (logs.results(id).state().equals("Running")) {
            Thread.sleep(20);
        }
        return logs.results(id).state();
    }

    private EventPage filter(String pattern) {
        return logs.filter(FilterRequest.of(GROUP, now.minusSeconds(60), now.plusSeconds(60), pattern));
    }

    private List<List<String>> rows(String query) {
        return logs.query(query(query)).rows();
    }

    private QueryRequest query(String query) {
        return new QueryRequest(List.of(GROUP), now.minusSeconds(60), now.plusSeconds(60), query, OptionalInt.empty());
    }

    private void put(String line) {
        put(List.of(new NewLogEvent(now, line)));
    }

    /** Waits while the store is behind with writing. */
    private void put(List<NewLogEvent> events) {
        while (!logs.put(GROUP, "s", events)) {
            LockSupport.parkNanos(50_000_000);
        }
    }
}
