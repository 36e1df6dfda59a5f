// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.log;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.highlands.local.console.board.LogTable;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.html.Units;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.logs.QueryRequest;
import io.highlands.local.logs.insights.QueryAnswer;
import io.highlands.local.store.LogGroup;

/** The page of Logs Insights: a query, where it looks, and its answer. */
final class InsightsPage {

    private static final String FIRST = "fields @timestamp, level, message, trace_id, request_id\n"
            + "| filter level = \"ERROR\" or level = \"WARN\"\n| sort @timestamp desc\n| limit 50";

    private final LogService logs;

    InsightsPage(LogService logs) {
        this.logs = logs;
    }

    Answer answer(Request request, TimeRange range) {
        String query = request.value("query").orElse(FIRST);
        List<String> known = logs.groups("").stream().map(LogGroup::name).toList();
        List<String> chosen = request.values("group").isEmpty() ? known : request.values("group");
        Content result = request.value("query").isPresent()
                ? result(chosen, range, query)
                : Html.textEl("p", "Write a query and run it.").cls("empty-note");
        Element groups = Html.el("fieldset", Html.textEl("legend", "Log groups")).cls("groups");
        known.forEach(
                name -> groups.add(Html.el("label", Html.el("input").attr("type", "checkbox").attr("name", "group")
                        .attr("value", name).flag("checked", chosen.contains(name)), Content.text(" " + name))));
        Element form = Html.el("form", Html.el("label", Content.text("Query"),
                Html.textEl("textarea", query).attr("name", "query").attr("rows", 5).attr("spellcheck", "false"))
                .cls("grow"), groups,
                Html.div("run", range.fields(), Html.el("button").attr("type", "submit").cls("main").text("Run query")))
                .attr("method", "get").attr("action", "/logs/insights").cls("search");
        return Answer.page("Logs Insights", LogSection.tabs("Logs Insights"), Content.all(form, result));
    }

    private Content result(List<String> groups, TimeRange range, String query) {
        try {
            QueryAnswer answer = logs
                    .query(new QueryRequest(groups, range.from(), range.until(), query, OptionalInt.of(1000)));
            List<List<String>> rows = answer.rows().stream().map(row -> row.stream()
                    .map(value -> value == null ? "" : value).collect(Collectors.toList())).toList();
            Content found = rows.isEmpty()
                    ? Html.textEl("p", "No event in this range matches.").cls("empty-note")
                    : LogTable.of("Answer", answer.fields(), rows);
            return Html.div("card", Html.textEl("p", Figures.number(answer.matched()) + " of "
                    + Figures.number(answer.scanned()) + " events match; " + Units.measure(answer.bytes(), "Bytes")
                    + " read. " + String.join(" ", answer.notes())).cls("muted"), found);
        } catch (LogsException | IllegalArgumentException refused) {
            return LogSection.failed(refused);
        }
    }
}
