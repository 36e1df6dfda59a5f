// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.DateTimeException;
import java.time.Instant;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.control.ControlException;
import io.highlands.local.span.Span;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

/** Traces as JSON, for whoever counts and compares them. */
final class TraceJson {

    /** The most that a list holds; who wants more asks for a shorter window. */
    private static final int MOST = 1000;

    private TraceJson() {
    }

    /** The traces that began in a window, the newest first. */
    static ArrayNode list(Traces traces, String from, String to) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        traces.list(TraceFilter.newest(instant(from), instant(to), MOST)).forEach(trace -> list.add(summary(trace)));
        return list;
    }

    /** The spans of a trace, by start. */
    static ArrayNode trace(Traces traces, String id) {
        TraceId trace = TraceId.parse(id)
                .orElseThrow(() -> new ControlException("'" + id + "' is no trace id; allowed: 32 hexadecimal digits"));
        ArrayNode spans = JsonNodeFactory.instance.arrayNode();
        traces.find(trace).forEach(span -> spans.add(span(span)));
        return spans;
    }

    private static ObjectNode summary(TraceSummary trace) {
        return span(trace.root()).put("trace", trace.root().trace().toString()).put("spans", trace.spans())
                .put("services", trace.services()).put("anyFailed", trace.failed());
    }

    private static ObjectNode span(Span span) {
        return JsonNodeFactory.instance.objectNode().put("id", hex(span.id())).put("parent", hex(span.parent()))
                .put("service", span.service()).put("name", span.name()).put("kind", span.kind().name())
                .put("localRoot", span.localRoot()).put("source", span.source().name()).put("route", span.route())
                .put("httpStatus", span.httpStatus()).put("peer", span.peer()).put("requestId", span.requestId())
                .put("startNanos", span.startNanos()).put("durationNanos", span.durationNanos())
                .put("status", span.status().name()).put("error", span.error());
    }

    private static String hex(long id) {
        return id == 0 ? "" : "%016x".formatted(id);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ControlException("'" + text + "' is no time; allowed: RFC 3339, such as 2026-01-01T00:00:00Z", e);
        }
    }
}
