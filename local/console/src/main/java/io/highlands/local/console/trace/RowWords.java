// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.edges.trace.TraceRow;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;

/** What a row of a waterfall says: its name, and all that is known of it. */
final class RowWords {

    private RowWords() {
    }

    static Element name(TraceRow row) {
        return switch (row) {
            case TraceRow.OfSpan span -> span(span.span());
            case TraceRow.OfProxy proxy -> proxy(proxy.entry());
        };
    }

    private static Element span(Span span) {
        Element name = Html.el("span", Html.span("wf-service", span.service()), Content.text(" "),
                Html.span("wf-what", span.name()));
        if (span.kind() == SpanKind.CLIENT && !span.peer().isEmpty()) {
            name.add(Html.span("muted", " → " + span.peer()));
        }
        if (span.status() == SpanStatus.ERROR) {
            name.add(Content.text(" "), Html.badge("alarm", span.httpStatus() > 0
                    ? String.valueOf(span.httpStatus())
                    : "error"));
        }
        return name;
    }

    private static Element proxy(AccessLogEntry entry) {
        Element name = Html.el("span", Html.span("muted", entry.service() + "’s proxy"), Content.text(" "),
                Html.span("wf-what muted", entry.outgoing() ? "→ " + entry.host() : "← request"));
        return entry.status() >= 500
                ? name.add(Content.text(" "), Html.badge("alarm", entry.status()
                        + (!entry.answered() ? " by the proxy" : "")))
                : name;
    }

    static Content details(TraceRow row, long start) {
        Element list = Html.el("dl").cls("facts wf-facts");
        fact(list, "begins at", Times.took(row.startNanos() - start));
        fact(list, "took", Times.took(row.durationNanos()));
        switch (row) {
            case TraceRow.OfSpan span -> span(list, span.span());
            case TraceRow.OfProxy proxy -> {
                fact(list, "written by", "the proxy beside " + proxy.service() + (proxy.entry().outgoing()
                        ? ", of a request that it sent"
                        : ", of a request that it received"));
                proxy.entry().fields().forEach((name, value) -> fact(list, name, value));
            }
        }
        return list;
    }

    private static void span(Element list, Span span) {
        fact(list, "service.name", span.service());
        fact(list, "kind", span.kind().name());
        fact(list, "status", span.status() == SpanStatus.UNSET ? "" : span.status().name());
        fact(list, span.attributes().containsKey("error.type") ? "exception.message" : "error", span.error());
        fact(list, "http.request.method", span.method());
        fact(list, "http.route", span.route());
        fact(list, "http.response.status_code", span.httpStatus() == 0 ? "" : String.valueOf(span.httpStatus()));
        fact(list, "server.address", span.peer());
        fact(list, "request id", span.requestId());
        Map<String, String> others = new TreeMap<>(span.attributes());
        others.forEach((name, value) -> fact(list, name, value));
        fact(list, "span id", String.format(Locale.ROOT, "%016x", span.id()));
        fact(list, "parent id", span.parent() == 0 ? "none" : String.format(Locale.ROOT, "%016x", span.parent()));
        fact(list, "came in", span.source() == SpanSource.DATADOG
                ? "Datadog’s protocol"
                : "OTLP");
    }

    private static void fact(Element list, String name, String value) {
        if (!value.isEmpty()) {
            list.add(Html.textEl("dt", name), Html.textEl("dd", value));
        }
    }
}
