// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.HistoryFilter;
import io.highlands.local.cloudwatch.alarms.HistoryItem;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.console.web.AwsLinks;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.html.Markdown;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Sections;

/** The page that shows state, graph and history of an alarm. */
final class AlarmPage {

    private static final int ENTRIES = 50;

    private static final Markdown MARKDOWN = new Markdown(AwsLinks::here);

    private final AlarmService alarms;

    private final AlarmFacts facts;

    AlarmPage(AlarmService alarms, AlarmFacts facts) {
        this.alarms = alarms;
        this.facts = facts;
    }

    /** What changes by itself: state, reason, what holds its actions back, what it did. */
    Content live(AlarmView alarm, Instant now) {
        Element state = Html.div("card", Html.el("h2", AlarmWords.badge(alarm.state()), Content.text(" for "
                + AlarmWords.since(alarm, now)), Content.text(" "), AlarmList.severity(facts.severity(alarm))),
                Html.textEl("p", AlarmWords.reason(alarm)),
                Html.textEl("p", "CloudWatch: " + alarm.stateReason()).cls("muted"));
        alarm.suppressedBy().ifPresent(by -> state.add(Html.el("p", Html.badge("unknown", "suppressed"),
                Content.text(" " + alarm.suppressedReason() + suppressor(alarm)))));
        if (!alarm.definition().actions().enabled()) {
            state.add(Html.el("p", Html.badge("warn", "actions disabled"),
                    Content.text(" It changes its state, and tells nobody.")));
        }
        return Content.all(state, children(alarm, now));
    }

    private static String suppressor(AlarmView alarm) {
        return alarm.definition() instanceof CompositeAlarmDefinition composite
                ? composite.suppressor()
                        .map(suppressor -> " (" + suppressor.alarm().replaceFirst(".*:alarm:", "") + ")")
                        .orElse("")
                : "";
    }

    private Content children(AlarmView alarm, Instant now) {
        if (!(alarm.definition() instanceof CompositeAlarmDefinition)) {
            return Content.none();
        }
        List<Element> rows = AlarmWords.children(alarms, alarm.name()).stream()
                .map(child -> Html.row(AlarmWords.badge(child.state()), AlarmWords.link(child.name()),
                        Content.text(AlarmWords.since(child, now))))
                .toList();
        return Html.div("card", Html.textEl("h2", "It looks at"),
                Html.table("Alarms that it looks at", List.of("State", "Alarm", "Since"), rows));
    }

    /** What it was declared to be. */
    Content declared(AlarmView alarm) {
        Element list = Html.el("dl").cls("facts");
        fact(list, "In alarm when", AlarmWords.condition(alarm));
        if (alarm.definition() instanceof MetricAlarmDefinition metric) {
            watched(list, metric.watched());
        }
        if (alarm.definition() instanceof CompositeAlarmDefinition composite) {
            composite.suppressor().ifPresent(suppressor -> fact(list, "Held back by",
                    AlarmWords.link(suppressor.alarm().replaceFirst(".*:alarm:", ""))));
        }
        AlarmActions actions = alarm.definition().actions();
        fact(list, "Tells", Content.text(actions.alarm().isEmpty()
                ? "nobody by itself"
                : String.join(", ", actions.alarm().stream().map(AlarmWords::target).toList())));
        fact(list, "Declared by", Content.text(alarm.definition().origin() == Origin.TEMPLATE
                ? "the template; periods are divided by the time scale"
                : "an API call"));
        fact(list, "ARN", Html.textEl("code", alarm.arn()));
        return Html.div("card", Html.textEl("h2", "Declared"), alarm.definition().description().isEmpty()
                ? Content.none()
                : MARKDOWN.render(alarm.definition().description()), list);
    }

    private static void watched(Element list, Watched watched) {
        switch (watched) {
            case Watched.Metric metric -> fact(list, "Metric", Html.textEl("code", AlarmWords.metric(metric.metric())));
            case Watched.Math math -> math.queries().forEach(query -> fact(list, query.id(), Html.textEl("code",
                    query.expression().orElseGet(() -> query.metric().map(metric -> metric.statistic() + " of "
                            + AlarmWords.metric(metric.metric())).orElse("")))));
        }
    }

    private static void fact(Element list, String name, Content value) {
        list.add(Html.textEl("dt", name), Html.el("dd", value));
    }

    /** What happened to it, and what it did. */
    Content history(AlarmView alarm, Instant now) {
        List<Element> rows = new ArrayList<>();
        for (HistoryItem item : alarms.history(HistoryFilter.of(alarm.name())).stream().limit(ENTRIES).toList()) {
            rows.add(Html.row(Html.el("span", Figures.time(item.at(), now)).cls("fit mono"), kind(item),
                    Content.text(said(item.summary()))));
        }
        return rows.isEmpty()
                ? Html.textEl("p", "Nothing has happened to it yet.").cls("muted")
                : Html.table("History", List.of("Time (UTC)", "What", "Summary"), rows);
    }

    private static Content kind(HistoryItem item) {
        return switch (item.type()) {
            case StateUpdate -> Html.badge(AlarmWords.look(item.summary()), "state");
            case Action -> Html.badge("warn", "action");
            case ConfigurationUpdate -> Html.badge("unknown", "configuration");
        };
    }

    /** No mail leaves this machine: the page says so beside what AWS would say. */
    private static String said(String summary) {
        return summary.startsWith("Successfully executed action arn:aws:sns:")
                ? "Published to topic " + summary.replaceFirst(".*:", "") + " (recorded here, sent to nobody)"
                : summary;
    }

    /** What the runbook of its kind says it means, and the way to the page beside this alarm. */
    Content runbook(AlarmView alarm) {
        return facts.runbook(alarm).<Content>map(page -> Html.div("card",
                Html.el("h2", Html.link(address(page, alarm), "Runbook: " + page.kind())),
                Html.textEl("p", page.title()), MARKDOWN.render(page.body(Sections.MEANING)),
                Html.el("p", Html.link(address(page, alarm), "Follow it beside this alarm").cls("button"))))
                .orElseGet(() -> Html.div("card", Html.textEl("h2", "Runbook"), Html.textEl("p", facts.severity(alarm)
                        .isEmpty() ? "None: this alarm tells nobody by itself." : "There is no page for it.")
                        .cls("muted")));
    }

    private String address(Runbook page, AlarmView alarm) {
        String instance = facts.instance(page.kind(), alarm.name());
        return "/runbooks/" + page.kind() + (instance.isEmpty() ? "" : "?instance=" + TimeRange.encode(instance));
    }

    /** The forms by which a state or the actions are tried. */
    Content controls(AlarmView alarm, String token) {
        Element form = Html.el("form", Html.el("label", Content.text("Set state"), states()),
                Html.el("button").attr("type", "submit").text("Set")).cls("bar");
        boolean enabled = alarm.definition().actions().enabled();
        return Html.div("card", Html.textEl("h2", "Try it"),
                Html.textEl("p", "A state that is set stays until the next "
                        + "evaluation.").cls("muted"),
                Html.div("bar-row", post(form, alarm, "state", token),
                        post(Html.el("form", Html.el("button").attr("type", "submit").attr("name", "enabled")
                                .attr("value", !enabled).text(enabled ? "Disable actions" : "Enable actions"))
                                .cls("bar"), alarm,
                                "actions", token)));
    }

    private static Element states() {
        Element select = Html.el("select").attr("name", "state");
        for (AlarmState state : AlarmState.values()) {
            select.add(Html.el("option").attr("value", state.name()).text(state.name()));
        }
        return select;
    }

    private static Element post(Element form, AlarmView alarm, String action, String token) {
        return form.attr("method", "post").attr("action", "/alarms/" + TimeRange
                .encode(alarm.name()) + "/" + action).add(Html.el("input").attr("type", "hidden").attr("name", "token")
                        .attr("value", token));
    }
}
