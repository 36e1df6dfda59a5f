// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.search;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.highlands.local.store.SpanCondition;
import io.highlands.local.store.SpanCondition.Comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Names of attributes are OpenTelemetry's (semantic conventions, HTTP spans). */
class SearchTextTest {

    private static SpanCondition condition(String key, Comparison comparison, String value) {
        return new SpanCondition(key, comparison, value);
    }

    @Test
    void theTermsOfASearchAreConditionsInTheirOrder() {
        assertThat(SearchText.read("  http.response.status_code>=500 service-b route=/route  duration>200ms error "))
                .containsExactly(condition("http.response.status_code", Comparison.AT_LEAST, "500"),
                        condition("service", Comparison.EQUAL, "service-b"),
                        condition("route", Comparison.EQUAL, "/route"),
                        condition("duration", Comparison.GREATER, "200000000"),
                        condition("error", Comparison.EQUAL, "true"));
        assertThat(SearchText.read("")).isEmpty();
        assertThat(SearchText.read("   ")).isEmpty();
    }

    static Stream<Arguments> terms() {
        return Stream.of(arguments("customer.tier!=gold", condition("customer.tier", Comparison.NOT_EQUAL, "gold")),
                arguments("db.rows<0.5", condition("db.rows", Comparison.LESS, "0.5")),
                arguments("score=0.7236483927461823", condition("score", Comparison.EQUAL, "0.7236483927461823")),
                arguments("score>0.7236483927461823", condition("score", Comparison.GREATER, "0.7236483927461823")),
                arguments("db.rows<=-3", condition("db.rows", Comparison.AT_MOST, "-3")),
                arguments("order.id=*", condition("order.id", Comparison.PRESENT, "")),
                arguments("order.id=\"*\"", condition("order.id", Comparison.EQUAL, "*")),
                arguments("name=\"GET /route\"", condition("name", Comparison.EQUAL, "GET /route")),
                arguments("note=\"say \\\"no\\\" \\\\ > 5\"", condition("note", Comparison.EQUAL, "say \"no\" \\ > 5")),
                arguments("url.query=a=b&c>d", condition("url.query", Comparison.EQUAL, "a=b&c>d")),
                arguments("kind=SERVER", condition("kind", Comparison.EQUAL, "server")),
                arguments("error=false", condition("error", Comparison.EQUAL, "false")),
                arguments("root=true", condition("root", Comparison.EQUAL, "true")),
                arguments("duration>=1.5s", condition("duration", Comparison.AT_LEAST, "1500000000")),
                arguments("duration<750us", condition("duration", Comparison.LESS, "750000")),
                arguments("duration<750µs", condition("duration", Comparison.LESS, "750000")),
                arguments("service=error", condition("service", Comparison.EQUAL, "error")));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aTermIsACondition(String text, SpanCondition condition) {
        assertThat(SearchText.read(text)).containsExactly(condition);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("error duration>200", "search, character 7: 'duration>200' is no duration; allowed: a number"
                        + " with us, ms or s, such as duration>200ms"),
                arguments("status=5xx", "search, character 1: 'status=5xx' is not followed by a number; allowed: up to"
                        + " 15 digits, such as status=500"),
                arguments("a.b>x", "search, character 1: 'a.b>x' is not followed by a number; allowed: up to 15 digits,"
                        + " such as a.b>500"),
                arguments("kind=servlet", "search, character 1: 'kind=servlet'; there are: internal, server, client,"
                        + " producer, consumer"),
                arguments("error=maybe", "search, character 1: 'error=maybe'; there are: true, false"),
                arguments("a==b", "search, character 2: '=='; there are: =, !=, >, >=, <, <="),
                arguments("=b", "search, character 1: '=' has no key before it, such as http.route=…"),
                arguments("route=", "search, character 7: 'route=' has no value; with route=* it may be any"),
                arguments("route= /x", "search, character 7: 'route=' has no value; with route=* it may be any"),
                arguments("route!=*", "search, character 1: 'route!=*'; allowed is route=*"),
                arguments("name=\"GET", "search, character 6: a quotation mark that is not closed"),
                arguments("name=\"GET\"x", "search, character 11: 'x' after a quoted value; there must be a blank"),
                arguments("GET\"x\"", "search, character 4: a quotation mark before a sign; a value is quoted, such as"
                        + " name=\"GET /\""),
                arguments("a=\tb", "search, character 3: a control character (U+0009)"),
                arguments("a ".repeat(17), "search, character 33: it has 17 terms; at most 16 are allowed"),
                arguments("a".repeat(501), "search, character 501: it has 501 characters; at most 500 are allowed"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNotUnderstoodIsOneLineWithItsPlace(String text, String line) {
        assertThatThrownBy(() -> SearchText.read(text)).isInstanceOf(SearchException.class).hasMessage(line);
    }
}
