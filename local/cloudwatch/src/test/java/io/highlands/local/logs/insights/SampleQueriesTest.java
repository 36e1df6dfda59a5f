// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What AWS's sample queries use.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-examples.html">Sample queries</a>
 */
class SampleQueriesTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final List<LogRecord> lines = new ArrayList<>();

    private void line(int second, String message) {
        lines.addFirst(new LogRecord("/g", "s", NOON.plusSeconds(second), NOON, message));
    }

    private QueryAnswer run(String query) {
        InsightsRun run = InsightsQuery.parse(query).run(1_000);
        lines.forEach(run::accept);
        return run.finish(List.of());
    }

    private List<List<String>> rows(String query) {
        return run(query).rows();
    }

    /** API_GetQueryResults, statistics: records scanned and matched "during the query", whatever it shows of them. */
    @Test
    void statisticsCountAllEventsAndNotOnlyThoseShown() {
        for (int i = 0; i < 10; i++) {
            line(i, i % 2 == 0 ? "even" : "odd");
        }
        QueryAnswer answer = run("fields @message | filter @message = 'odd' | limit 2");

        assertThat(answer.rows()).hasSize(2);
        assertThat(answer.scanned()).isEqualTo(10);
        assertThat(answer.matched()).isEqualTo(5);
    }

    @Test
    void sortMayBeFollowedByBy() {
        line(0, "{\"ms\":1}");
        line(1, "{\"ms\":2}");

        assertThat(rows("fields ms | sort by ms desc")).containsExactly(List.of("2"), List.of("1"));
        assertThat(rows("fields ms | sort by @timestamp desc")).containsExactly(List.of("2"), List.of("1"));
    }

    /** "Determine the amount of overprovisioned memory" of the samples for Lambda. */
    @Test
    void statsUseTheAliasesBeforeThem() {
        line(0, "{\"@type\":\"REPORT\",\"memorySize\":256000000,\"maxMemoryUsed\":100000000}");

        assertThat(rows("""
                stats max(memorySize / 1000 / 1000) as provisonedMemoryMB,
                    max(maxMemoryUsed / 1000 / 1000) as maxMemoryUsedMB,
                    provisonedMemoryMB - maxMemoryUsedMB as overProvisionedMB"""))
                .containsExactly(List.of("256", "100", "156"));
        assertThatThrownBy(() -> InsightsQuery.parse("stats overProvisionedMB * 2, max(x) as overProvisionedMB"))
                .hasMessageContaining("'overProvisionedMB'");
    }

    /** The page of functions, bin: units with their abbreviations, and "adding s to pluralize". */
    @ParameterizedTest
    @ValueSource(strings = {"1min", "1m", "60s", "60sec", "60secs", "1minute", "60000ms", "60000msec", "1mins"})
    void binTakesEachNameOfAUnit(String period) {
        line(30, "x");

        assertThat(rows("stats count(*) as n by bin(" + period + ") as t"))
                .containsExactly(List.of("2026-01-05 12:00:00.000", "1"));
    }

    @ParameterizedTest
    @CsvSource({"2hrs, 7200", "1hour, 3600", "1d, 86400", "1day, 86400", "1w, 604800", "2weeks, 1209600"})
    void binTakesLongUnits(String period, int seconds) {
        assertThat(run("stats count(*) by bin(" + period + ")").binSeconds()).isEqualTo(seconds);
    }

    /** The page of functions: {@code ltrim("xyZxyfooxyZ","xyZ")} returns {@code "fooxyZ"}. */
    @ParameterizedTest
    @CsvSource({"ltrim, fooxyZ", "rtrim, xyZxyfoo", "trim, foo"})
    void trimmingTakesTheCharactersToRemove(String function, String expected) {
        line(0, "x");

        assertThat(rows("fields " + function + "('xyZxyfooxyZ', 'xyZ')")).containsExactly(List.of(expected));
    }

    /** The page of parse: names after as and groups of an expression may begin with @. */
    @Test
    void groupsOfAnExpressionMayBeginWithAt() {
        line(0, "user=me, method:get, latency := 12");

        assertThat(rows("parse @message /user=(?<@user>\\w+), method:(?<method>\\w+)/ | fields @user, method"))
                .containsExactly(List.of("me", "get"));
        assertThat(rows("parse @message 'user=*, method:*, latency := *' as @user, @method, @latency "
                + "| stats avg(@latency) by @method, @user")).containsExactly(List.of("get", "me", "12"));
    }

    /** The page of functions, IP address string functions, and the samples for VPC flow logs. */
    @Test
    void addressesAreFoundInSubnets() {
        line(0, "{\"srcAddr\":\"192.0.2.7\",\"six\":\"2001:db8::1\"}");

        assertThat(rows("fields isIpv4InSubnet(srcAddr, '192.0.2.0/24'), isIpv4InSubnet(srcAddr, '192.0.3.0/24'), "
                + "isIpInSubnet(six, '2001:db8::/32'), isValidIpv6(srcAddr), isValidIp(srcAddr), isValidIp('example.com')"))
                .containsExactly(List.of("1", "0", "1", "0", "1", "0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"stats count(*) by bin(1fortnight); '1fortnight'",
            "fields @timestamp ~tilde; '~tilde'", "fields a | 5xx; '5xx'", "pattern @message; 'pattern'",
            "fields fooBar(a); 'fooBar'", "stats count(*) by bin(3mo); '3mo'"})
    void anErrorNamesTheWordThatIsNotSupported(String query, String word) {
        assertThatThrownBy(() -> InsightsQuery.parse(query)).isInstanceOf(InsightsException.class)
                .hasMessageContaining(word);
    }
}
