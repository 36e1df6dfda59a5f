// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import io.highlands.local.intake.wire.JsonMessage;
import io.highlands.local.intake.wire.JsonMessage.Type;

/**
 * What is read of OTLP's messages, by their names in JSON.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto/tree/v1.11.0/opentelemetry/proto">opentelemetry-proto
 *      1.11.0</a>
 */
final class OtlpJson {

    static final JsonMessage TRACES = traces();
    static final JsonMessage METRICS = metrics();
    static final JsonMessage LOGS = new JsonMessage().with("resourceLogs", 1,
            new JsonMessage().with("scopeLogs", 2, new JsonMessage().with("logRecords", 2, new JsonMessage())));

    private OtlpJson() {
    }

    private static JsonMessage traces() {
        JsonMessage attribute = attribute();
        JsonMessage resource = new JsonMessage().with("attributes", 1, attribute);
        JsonMessage scope = new JsonMessage().with("name", 1, Type.TEXT);
        return new JsonMessage().with("resourceSpans", 1, new JsonMessage()
                .with("resource", 1, resource)
                .with("scopeSpans", 2, new JsonMessage().with("scope", 1, scope).with("spans", 2, span(attribute))));
    }

    private static JsonMessage span(JsonMessage attribute) {
        JsonMessage event = new JsonMessage().with("name", 2, Type.TEXT).with("attributes", 3, attribute);
        JsonMessage status = new JsonMessage().with("message", 2, Type.TEXT).with("code", 3, Type.NUMBER);
        return new JsonMessage()
                .with("traceId", 1, Type.HEX).with("spanId", 2, Type.HEX).with("parentSpanId", 4, Type.HEX)
                .with("name", 5, Type.TEXT).with("kind", 6, Type.NUMBER)
                .with("startTimeUnixNano", 7, Type.FIXED_64).with("endTimeUnixNano", 8, Type.FIXED_64)
                .with("attributes", 9, attribute).with("droppedAttributesCount", 10, Type.NUMBER)
                .with("events", 11, event).with("status", 15, status).with("flags", 16, Type.FIXED_32);
    }

    private static JsonMessage attribute() {
        JsonMessage value = new JsonMessage();
        JsonMessage attribute = new JsonMessage().with("key", 1, Type.TEXT).with("value", 2, value);
        value.with("stringValue", 1, Type.TEXT).with("boolValue", 2, Type.NUMBER).with("intValue", 3, Type.NUMBER)
                .with("doubleValue", 4, Type.DOUBLE)
                .with("arrayValue", 5, new JsonMessage().with("values", 1, value))
                .with("kvlistValue", 6, new JsonMessage().with("values", 1, attribute))
                .with("bytesValue", 7, Type.BASE64);
        return attribute;
    }

    private static JsonMessage metrics() {
        JsonMessage points = new JsonMessage().with("dataPoints", 1, new JsonMessage());
        return new JsonMessage().with("resourceMetrics", 1, new JsonMessage().with("scopeMetrics", 2,
                new JsonMessage().with("metrics", 2, new JsonMessage().with("gauge", 5, points).with("sum", 7, points)
                        .with("histogram", 9, points).with("exponentialHistogram", 10, points)
                        .with("summary", 11, points))));
    }
}
