// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.logging;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a line of the log holds.
 */
class JsonLineTest {

    @Test
    void outsideARequestEveryIdIsThereAndEmpty() {
        JsonNode line = line(Map.of(), null);

        assertThat(line.get("trace_id").asString()).isEmpty();
        assertThat(line.get("span_id").asString()).isEmpty();
        assertThat(line.get("request_id").asString()).isEmpty();
        assertThat(line.get("service").asString()).isEqualTo("service-t");
        assertThat(line.get("env").asString()).isEqualTo("test");
        assertThat(line.get("level").asString()).isEqualTo("INFO");
        assertThat(line.get("time").asString()).endsWith("Z");
        assertThat(line.get("message").asString()).isEqualTo("a \"message\"\nin two lines");
    }

    @Test
    void theIdsOfOpenTelemetryAreTakenAsTheyAre() {
        JsonNode line = line(Map.of("trace_id", "0af7651916cd43dd8448eb211c80319c", "span_id", "b7ad6b7169203331",
                "request_id", "r-1"), null);

        assertThat(line.get("trace_id").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(line.get("span_id").asString()).isEqualTo("b7ad6b7169203331");
        assertThat(line.get("request_id").asString()).isEqualTo("r-1");
    }

    @Test
    void theIdsOfDatadogAreWrittenTheSameWay() {
        JsonNode line = line(Map.of("dd.trace_id", "0af7651916cd43dd8448eb211c80319c", "dd.span_id",
                "13235353014750950193"), null);

        assertThat(line.get("trace_id").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(line.get("span_id").asString()).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void aDecimalTraceIdOfDatadogBecomes32Digits() {
        JsonNode line = line(Map.of("dd.trace_id", "255", "dd.span_id", "0"), null);

        assertThat(line.get("trace_id").asString()).isEqualTo("000000000000000000000000000000ff");
        assertThat(line.get("span_id").asString()).isEmpty();
    }

    @Test
    void aFailureIsOneLineWithItsStackTrace() {
        JsonNode line = line(Map.of(), new IllegalStateException("on purpose"));

        assertThat(line.get("error").asString()).isEqualTo("java.lang.IllegalStateException: on purpose");
        assertThat(line.get("stack_trace").asString()).contains("JsonLineTest");
    }

    private static JsonNode line(Map<String, String> mdc, Throwable thrown) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(
                new MapPropertySource("test", Map.of("highlands.service", "service-t", "highlands.env", "test")));
        LoggerContext context = new LoggerContext();
        ThrowableProxyConverter throwables = new ThrowableProxyConverter();
        throwables.setContext(context);
        throwables.start();
        LoggingEvent event = new LoggingEvent("test", context.getLogger("test"), Level.INFO,
                "a \"message\"\nin two lines", thrown, null);
        event.setMDCPropertyMap(mdc);
        event.addKeyValuePair(new KeyValuePair("status", 200));
        String text = new JsonLine(environment, throwables).format(event);
        assertThat(text).endsWith("\n").hasLineCount(1);
        JsonNode line = JsonMapper.shared().readTree(text);
        assertThat(line.get("status").asInt()).isEqualTo(200);
        return line;
    }
}
