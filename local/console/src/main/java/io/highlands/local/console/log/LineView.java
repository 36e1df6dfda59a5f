// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.log;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.logs.LineFields;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.LogEvent;

/** One line: its moment, level and message; all its fields behind a fold. */
final class LineView {

    private final LogEvent event;

    private final Map<String, String> fields;

    LineView(LogEvent event) {
        this.event = event;
        this.fields = LineFields.of(event.message());
    }

    private Optional<String> first(String... names) {
        return List.of(names).stream().map(fields::get).filter(value -> value != null && !value.isBlank()).findFirst();
    }

    String level() {
        return first("level", "log.level", "severity", "levelname").map(level -> level.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    /** The message; of an access log line, which has none, what was asked and answered. */
    String what() {
        if (fields.containsKey("method") && fields.containsKey("response_code")) {
            return fields.get("method") + " " + fields.getOrDefault("path", "") + " → " + fields.get("response_code")
                    + " in " + fields.getOrDefault("duration_ms", "?") + " ms  "
                    + fields.getOrDefault("authority", "");
        }
        return first("message", "msg", "detail-type").orElse(event.message());
    }

    Element render(String group, Instant now) {
        Element summary = Html.el("summary", Figures.time(event.time(), now),
                Html.span("level level-" + level(), level()), Html.span("from", from(group)).attr("title",
                        group + " " + event.stream()),
                Html.span("what", what()), Html.span("id mono", id()));
        return Html.el("li", Html.el("details", summary, details(group)));
    }

    /**
     * A part of the id by which other lines are found; the whole of it is behind the fold. Of a trace's id it is the end:
     * Datadog's begin with the second in which the trace began.
     */
    private String id() {
        return first("trace_id", "request_id").map(id -> TraceId.parse(id).isPresent()
                ? "…" + id.substring(24)
                : id.substring(0, Math.min(8, id.length()))).orElse("");
    }

    private String from(String group) {
        String name = group.substring(group.lastIndexOf('/') + 1);
        String[] stream = event.stream().split("/");
        String task = stream[stream.length - 1];
        return name + " " + (task.length() > 6 ? task.substring(0, 6) : task);
    }

    private Content details(String group) {
        Element list = Html.el("dl").cls("facts");
        list.add(Html.textEl("dt", "group"), Html.textEl("dd", group), Html.textEl("dt", "stream"),
                Html.textEl("dd", event.stream()));
        if (fields.isEmpty()) {
            return list.add(Html.textEl("dt", "line"), Html.textEl("dd", event.message()));
        }
        fields.forEach((name, value) -> list.add(Html.textEl("dt", name), Html.el("dd", value(name, value))));
        return list;
    }

    private static Content value(String name, String value) {
        if (!name.endsWith("trace_id") && !name.endsWith("request_id")) {
            return Content.text(value);
        }
        String lines = "/logs?group=*&filter=" + TimeRange.encode("\"" + value + "\"");
        return name.endsWith("trace_id") && TraceId.parse(value).isPresent()
                ? Content.all(Html.link("/traces/" + value, value), Content.text("  "), Html.link(lines, "its lines"))
                : Html.link(lines, value);
    }
}
