// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.store.SpanCondition;
import io.highlands.local.store.SpanCondition.Comparison;

import static org.assertj.core.api.Assertions.assertThat;

class SearchEditTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"http.route | /route | http.route=/route",
            "name | GET /route | name=\"GET /route\"", "note | say \"no\" \\ | note=\"say \\\"no\\\" \\\\\"",
            "order.id | * | order.id=\"*\"", "url.query | a=b&c>d | url.query=a=b&c>d",
            "note | \"quoted | note=\"\\\"quoted\"", "error.type | 503 | error.type=503"})
    void aTermFindsTheAttribute(String key, String value, String term) {
        assertThat(SearchEdit.term(key, value)).contains(term);
        assertThat(SearchText.read(term)).containsExactly(new SpanCondition(key, Comparison.EQUAL, value));
    }

    @Test
    void whatNoTermSaysHasNone() {
        assertThat(SearchEdit.term("note", "two\nlines")).isEmpty();
        assertThat(SearchEdit.term("a key", "b")).isEmpty();
        assertThat(SearchEdit.term("a=b", "c")).isEmpty();
        assertThat(SearchEdit.term("status", "gold")).isEmpty();
        assertThat(SearchEdit.term("note", "x".repeat(500))).isEmpty();
    }

    @Test
    void durationsAreInTheUnitInWhichTheyAreShort() {
        assertThat(SearchEdit.durations(3_150_000, 4_000_000)).containsExactly("duration>=3.15ms", "duration<4ms");
        assertThat(SearchEdit.durations(800_000, 1_000_000)).containsExactly("duration>=800us", "duration<1ms");
        assertThat(SearchEdit.durations(0, 1_000)).containsExactly("duration<1us");
        assertThat(SearchEdit.durations(800_000_000, 12_500_000_000L)).containsExactly("duration>=800ms",
                "duration<12.5s");
    }

    @Test
    void termsAreAddedOnceToThoseThatAreThere() {
        assertThat(SearchEdit.with(" error  route=/a ", List.of("route=/a", "status=502")))
                .contains("error route=/a status=502");
        assertThat(SearchEdit.with("duration>220ms name=\"GET  /\"", SearchEdit.durations(200_000_000, 250_000_000)))
                .contains("duration>220ms name=\"GET  /\" duration>=200ms duration<250ms");
        assertThat(SearchEdit.with("a ".repeat(16), List.of("b"))).isEmpty();
        assertThat(SearchEdit.with("a=" + "x".repeat(497), List.of("b"))).isEmpty();
    }
}
