// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.log;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.highlands.local.store.LogEvent;

import static org.assertj.core.api.Assertions.assertThat;

class LineViewTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    private static LineView line(String message) {
        return new LineView(new LogEvent(NOW, NOW, "app/app/0123456789", message, 1));
    }

    @Test
    void aLineOfJsonIsItsLevelAndMessage() {
        LineView line = line(
                "{\"level\":\"warn\",\"message\":\"Slow\",\"http\":{\"status\":200},\"trace_id\":\"0af7651916cd43dd\"}");
        assertThat(line.level()).isEqualTo("WARN");
        assertThat(line.what()).isEqualTo("Slow");
        assertThat(line.render("/g", NOW).html()).contains("<dt>http.status</dt><dd>200</dd>", "0af76519",
                "/logs?group=*&amp;filter=%220af7651916cd43dd%22");
    }

    @Test
    void theIdOfATraceLeadsToItAndToItsLines() {
        String id = "6ce0a1f3d2b44e10000000000000beef";
        assertThat(line("{\"message\":\"Slow\",\"trace_id\":\"" + id + "\"}").render("/g", NOW).html())
                .contains("…0000beef", "href=\"/traces/" + id + "\"", "/logs?group=*&amp;filter=%22" + id + "%22");
    }

    @Test
    void anAccessLogLineSaysWhatWasAskedAndAnswered() {
        assertThat(line(
                "{\"method\":\"GET\",\"path\":\"/time\",\"response_code\":503,\"duration_ms\":4,\"authority\":\"service-b:8082\"}")
                .what()).isEqualTo("GET /time → 503 in 4 ms  service-b:8082");
    }

    @Test
    void anyOtherLineIsShownAsItIs() {
        assertThat(line("Exception in thread main").what()).isEqualTo("Exception in thread main");
        assertThat(line("{not json").what()).isEqualTo("{not json");
        assertThat(line("{not json").level()).isEmpty();
    }
}
