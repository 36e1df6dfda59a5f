// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.log;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.store.LogGroup;

/** The pages of logs. */
public final class LogSection implements Section {

    private static final Duration USUAL = Duration.ofMinutes(15);

    private final LogService logs;

    private final InsightsPage insights;

    /**
     * Serves the pages below {@code /logs}.
     *
     * @param logs where lines come from
     */
    public LogSection(LogService logs) {
        this.logs = logs;
        this.insights = new InsightsPage(logs);
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Logs", "/logs"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/logs", request -> request.value("group").isPresent() ? search(request) : groups());
        routes.get("/logs/tail", this::tail);
        routes.get("/logs/insights", request -> insights.answer(request, TimeRange.of(request, USUAL)));
    }

    /** The pages of the section; the one that is shown is marked. */
    static Content tabs(String here) {
        Element list = Html.el("ul");
        for (String[] page : new String[][]{{"/logs", "Groups"}, {"/logs?group=*", "Search"},
                {"/logs/insights", "Logs Insights"}}) {
            Element link = Html.link(page[0], page[1]);
            list.add(Html.el("li", page[1].equals(here) ? link.attr("aria-current", "page") : link));
        }
        return Html.el("nav", list).attr("aria-label", "Logs");
    }

    private Answer groups() {
        List<Element> rows = logs.groups("").stream().map(group -> Html.row(
                Html.link("/logs?group=" + TimeRange.encode(group.name()), group.name()),
                Content.text(group.retentionDays().isPresent()
                        ? group.retentionDays().getAsInt() + " days"
                        : "never expires"),
                Html.link("/logs/insights?group=" + TimeRange.encode(group.name()), "query"))).toList();
        return Answer.page("Logs", tabs("Groups"), rows.isEmpty()
                ? Html.textEl("p", "No log groups are deployed.").cls("empty-note")
                : Html.div("card", Html.table("Log groups", List.of("Log group", "Retention", "Logs Insights"), rows)));
    }

    private LogSearch searched(Request request, TimeRange range) {
        String group = request.value("group").orElse("*");
        if (!group.equals("*") && logs.groups("").stream().noneMatch(known -> known.name().equals(group))) {
            throw new IllegalArgumentException("log group '" + group + "'; there are: "
                    + String.join(", ", logs.groups("").stream().map(LogGroup::name).toList()));
        }
        return new LogSearch(logs, group, request.value("filter").orElse(""), range);
    }

    private Answer search(Request request) {
        TimeRange range = TimeRange.of(request, USUAL);
        LogSearch search = searched(request, range);
        Element groups = Html.el("select").attr("name", "group").add(option("*", "all groups", search.group()));
        logs.groups("").forEach(group -> groups.add(option(group.name(), group.name(), search.group())));
        Element form = Html.el("form", Html.el("label", Content.text("Log group"), groups),
                Html.el("label", Content.text("Filter: words, \"a phrase\", -without, { $.level = \"ERROR\" }"),
                        Html.el("input").attr("name", "filter").attr("value", search.pattern()).attr("type", "search")
                                .attr("autocomplete", "off"))
                        .cls("grow"),
                range.fields(), Html.el("button").attr("type", "submit").cls("main").text("Search"))
                .attr("method", "get").attr("action", "/logs").cls("search").attr("role", "search")
                .flag("data-at-once", true);
        return Answer.page("Logs", tabs("Search"), Content.all(form, result(search, request.now())));
    }

    private static Content result(LogSearch search, Instant now) {
        try {
            return search.result(now);
        } catch (LogsException | IllegalArgumentException refused) {
            return failed(refused);
        }
    }

    static Content failed(RuntimeException refused) {
        return Html.div("card failed", Html.textEl("strong", "Not understood"),
                Content.text(String.valueOf(refused.getMessage()))).attr("role", "alert");
    }

    static Element option(String value, String label, String chosen) {
        return Html.el("option").attr("value", value).text(label).flag("selected", value.equals(chosen));
    }

    private Answer tail(Request request) {
        try {
            Instant since = Instant.parse(request.value("since").orElse(""));
            TimeRange range = new TimeRange("5m", since, request.now());
            return Answer.fragment(searched(request, range).since(since,
                    Long.parseLong(request.value("id").orElse("-1")), request.now()));
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw new IllegalArgumentException("since and id have to be those of the last line");
        }
    }
}
