// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.logging;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

import io.highlands.starter.context.CallContext;

/**
 * One log event as one line of JSON, which always bears {@code trace_id}, {@code span_id} and {@code request_id}: empty
 * outside a trace or request, and the same whichever tracing agent is attached.
 */
final class JsonLine implements StructuredLogFormatter<ILoggingEvent> {

    private final JsonWriter<ILoggingEvent> writer;

    JsonLine(Environment environment, ThrowableProxyConverter throwables) {
        String service = environment.getProperty("highlands.service", "service");
        String env = environment.getProperty("highlands.env", "local");
        writer = JsonWriter.<ILoggingEvent>of(members -> {
            members.add("time", ILoggingEvent::getInstant);
            members.add("level", ILoggingEvent::getLevel).as(Object::toString);
            members.add("service", service);
            members.add("env", env);
            members.add("logger", ILoggingEvent::getLoggerName);
            members.add("message", ILoggingEvent::getFormattedMessage);
            members.add("trace_id", event -> TraceIds.traceId(event.getMDCPropertyMap()));
            members.add("span_id", event -> TraceIds.spanId(event.getMDCPropertyMap()));
            members.add("request_id", event -> requestId(event.getMDCPropertyMap()));
            members.add("error", ILoggingEvent::getThrowableProxy).whenNotNull()
                    .as(thrown -> thrown.getClassName() + ": " + thrown.getMessage());
            members.add("stack_trace", event -> event).whenNotNull(ILoggingEvent::getThrowableProxy)
                    .as(throwables::convert);
            members.add().usingPairs((event, pairs) -> pairs(event).forEach(
                    pair -> pairs.accept(pair.key, pair.value)));
        }).withNewLineAtEnd();
    }

    private static List<KeyValuePair> pairs(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null ? List.of() : pairs;
    }

    private static String requestId(Map<String, String> mdc) {
        return mdc.getOrDefault(CallContext.REQUEST_ID_KEY, "");
    }

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }
}
