// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.highlands.local.console.alarm.AlarmFacts;
import io.highlands.local.console.alarm.AlarmList;
import io.highlands.local.console.alarm.AlarmWords;
import io.highlands.local.console.edge.EdgeSection;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.control.message.IncidentReport.ChangedEdge;
import io.highlands.local.control.message.IncidentReport.FiredAlarm;
import io.highlands.local.control.message.IncidentReport.Moment;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.incident.IncidentWords;

/** The part of an incident's page that changes by itself: findings, alarms, edges and timeline. */
final class IncidentPage {

    /** The newest moments that are shown. */
    private static final int MAX_MOMENTS = 300;
    private final AlarmFacts facts;
    private final IncidentReport report;
    private final Instant now;
    private final String query;

    IncidentPage(AlarmFacts facts, IncidentReport report, Instant now) {
        this.facts = facts;
        this.report = report;
        this.now = now;
        this.query = new TimeRange("", report.from(), report.until()).query();
    }

    Content content() {
        return Content.all(findings(), alarms(), edges(), timeline());
    }

    private Element findings() {
        Element list = Html.el("ol").cls("findings");
        IncidentWords.findings(report).forEach(finding -> list.add(Html.textEl("li", finding)));
        return Html.div("card", Html.textEl("h2", "What changed"), list,
                Html.textEl("p", IncidentWords.time(report.from()) + " to " + IncidentWords.time(report.until())
                        + " UTC, compared with the "
                        + Figures.duration(Duration.between(report.from(), report.until())) + " before")
                        .cls("note"));
    }

    private Element alarms() {
        return Html.div("card stacked", Html.textEl("h2", "Alarms"), report.alarms().isEmpty()
                ? Html.textEl("p", "No alarm that notifies somebody was in ALARM.").cls("muted")
                : Html.table("Alarms of the incident", List.of("State", "Since", "Alarm", "Severity", "Runbook"),
                        report.alarms().stream().map(this::row).toList()).attr("id", "incident-alarms"));
    }

    private Element row(FiredAlarm alarm) {
        boolean firing = alarm.state().equals("ALARM");
        return Html.row(Html.badge(firing ? "alarm" : alarm.state().equals("OK") ? "ok" : "unknown", alarm.state()),
                Html.el("span", Figures.time(alarm.since(), now)).cls("fit mono"),
                AlarmWords.link(alarm.name()).attr("id", "incident-" + alarm.name()),
                AlarmList.severity(alarm.severity()), runbook(alarm));
    }

    private Content runbook(FiredAlarm alarm) {
        return facts.kind(alarm.name()).<Content>map(kind -> {
            String instance = facts.instance(kind, alarm.name());
            return Html.link("/runbooks/" + kind + (instance.isEmpty()
                    ? ""
                    : "?instance="
                            + TimeRange.encode(instance)),
                    "Runbook: " + kind).attr("id", "steps-" + alarm.name());
        }).orElseGet(() -> Html.span("muted", "no runbook"));
    }

    private Element edges() {
        return Html.div("card stacked", Html.textEl("h2", "Services and edges"), report.edges().isEmpty()
                ? Html.textEl("p", "No service was called.").cls("muted")
                : Html.table("Edges, those that changed first",
                        List.of("Edge", "Failed calls", "Change, and how sure", "Mean time", "First failure"),
                        report.edges().stream().map(this::row).toList()).attr("id", "incident-edges"));
    }

    private Element row(ChangedEdge edge) {
        return Html.row(name(edge), compared(failed(edge.now()), failed(edge.before())),
                edge.change().isEmpty()
                        ? Html.span("muted", "no change")
                        : Content.text(edge.change()),
                compared(IncidentWords.millis(edge.now()) + " ms", IncidentWords.millis(edge.before()) + " ms"),
                first(edge));
    }

    private Content name(ChangedEdge edge) {
        String name = IncidentWords.name(edge);
        return IncidentWords.isLoadBalancer(edge)
                ? Html.span("fit", name)
                : Html.link(EdgeSection.address(edge.caller(), edge.callee()) + "?" + query, name).cls("fit")
                        .attr("id", id("edge", edge));
    }

    private static Content compared(String now, String before) {
        return Content.all(Html.span("fit", now), Content.text(" "), Html.span("muted fit", "before: " + before));
    }

    private static String failed(Calls calls) {
        return calls.calls() == 0
                ? "no calls"
                : String.format(Locale.ROOT, "%d of %d failed (%.0f %%)", calls.failed(), calls.calls(),
                        100.0 * calls.failed() / calls.calls());
    }

    private Content first(ChangedEdge edge) {
        Content trace = edge.failedTrace().isEmpty()
                ? Content.none()
                : Html.div("", Html.link("/traces/" + edge.failedTrace(), "First failing trace")
                        .attr("id", id("trace", edge)));
        return Content.all(trace, edge.firstError().<Content>map(error -> Html.div("error-line",
                Html.link(
                        "/logs?group=" + TimeRange.encode(error.group()) + "&filter="
                                + TimeRange.encode(IncidentWords.ERROR_LINES) + "&" + query,
                        "First failing log line").attr("id", id("line", edge)),
                Content.text(" "), Figures.time(error.at(), now), Content.text(" "),
                Html.textEl("code", error.message()))).orElse(Content.none()));
    }

    /** Lets the browser's focus stay where it is when the part is refreshed. */
    private static String id(String what, ChangedEdge edge) {
        return what + "-" + edge.caller().replaceAll("\\W", "-") + "-" + edge.callee();
    }

    private Element timeline() {
        List<Moment> moments = report.timeline();
        Element list = Html.el("ol").cls("timeline");
        moments.subList(Math.max(0, moments.size() - MAX_MOMENTS), moments.size()).forEach(moment -> list.add(
                Html.el("li", Figures.time(moment.at(), now), badge(moment),
                        Html.div("", subject(moment), Content.text(" " + moment.what())))));
        Element card = Html.div("card", Html.textEl("h2", "Timeline (UTC)"));
        if (moments.isEmpty()) {
            return card.add(Html.textEl("p", "Nothing happened.").cls("muted"));
        }
        return card.add(list, moments.size() <= MAX_MOMENTS
                ? Content.none()
                : Html.textEl("p", "The newest " + MAX_MOMENTS + " of " + moments.size() + " entries.").cls("note"));
    }

    private static Element badge(Moment moment) {
        String look = switch (moment.kind()) {
            case "alarm" -> AlarmWords.look(moment.what());
            case "note" -> "warn";
            default -> "unknown";
        };
        return Html.badge(look, moment.kind());
    }

    private static Content subject(Moment moment) {
        return switch (moment.kind()) {
            case "alarm" -> AlarmWords.link(moment.subject())
                    .attr("id", "moment-" + moment.at().toEpochMilli() + "-" + moment.subject());
            case "note" -> Content.none();
            default -> Html.textEl("strong", moment.subject());
        };
    }
}
