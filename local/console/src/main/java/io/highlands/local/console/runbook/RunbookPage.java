// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.console.alarm.AlarmFacts;
import io.highlands.local.console.alarm.AlarmList;
import io.highlands.local.console.alarm.AlarmWords;
import io.highlands.local.console.web.AwsLinks;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Commands.Command;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.html.Markdown;
import io.highlands.local.runbook.FrontMatter;
import io.highlands.local.runbook.Instance;
import io.highlands.local.runbook.Runbook;

/** A page, and what is beside it: its alarms in their present state. */
final class RunbookPage {

    private static final int GRAPHS = 4;

    private static final Pattern DASHBOARD = Pattern.compile("Dashboard: ([A-Za-z0-9_-]+)");

    private final AlarmService alarms;

    private final AlarmFacts facts;

    RunbookPage(AlarmService alarms, AlarmFacts facts) {
        this.alarms = alarms;
        this.facts = facts;
    }

    /** The alarm that was chosen, else one in ALARM, else the one that is rehearsed, else any; none without alarms. */
    Optional<AlarmView> chosen(Runbook page, Optional<String> instance) {
        List<AlarmView> all = facts.of(page.kind());
        Optional<AlarmView> asked = instance.flatMap(name -> named(page, all, name));
        return asked.or(() -> all.stream().filter(alarm -> alarm.state() == AlarmState.ALARM).findFirst())
                .or(() -> named(page, all, Instance.rehearsed(page))).or(() -> all.stream().findFirst());
    }

    private Optional<AlarmView> named(Runbook page, List<AlarmView> all, String instance) {
        return all.stream().filter(alarm -> facts.instance(page.kind(), alarm.name()).equals(instance)).findFirst();
    }

    /** The metric alarms whose metrics are drawn: the chosen one, or what it is made of. */
    List<AlarmView> watched(AlarmView alarm) {
        List<AlarmView> watched = new ArrayList<>(List.of(alarm));
        watched.addAll(AlarmWords.children(alarms, alarm.name()));
        return watched.stream().filter(one -> one.definition() instanceof MetricAlarmDefinition).limit(GRAPHS).toList();
    }

    /** The page's own text, with its commands filled in. */
    Content text(Runbook page, Instance instance) {
        String export = instance.export();
        boolean sets = !instance.variables().isEmpty();
        Markdown markdown = new Markdown(AwsLinks::here, (name, text) -> sets && name.equals(Runbook.VARIABLES)
                ? new Command(export + "\n", export + "\n")
                : new Command(text, sets ? export + "\n" + text : text));
        return Html.div("card runbook", markdown.render(page.text().replaceFirst("(?m)^# .*$", "")));
    }

    /** All alarms of the kind; the chosen one is marked. It changes by itself. */
    Content states(Runbook page, Optional<AlarmView> chosen, Instant now) {
        List<AlarmView> all = facts.of(page.kind());
        if (all.isEmpty()) {
            return Html.div("card", Html.textEl("h2", "Alarms"),
                    Html.textEl("p", "No alarm of this kind is deployed here.").cls("muted"));
        }
        List<Element> rows = all.stream().map(alarm -> row(page, alarm, chosen, now)).toList();
        Element card = Html.div("card", Html.textEl("h2", "Alarms"), Html.table("Alarms of this kind",
                List.of("State", "Since", "Instance", "Alarm"), rows));
        chosen.ifPresent(alarm -> card.add(Html.textEl("p", alarm.stateReason()).cls("muted")));
        return card;
    }

    private Element row(Runbook page, AlarmView alarm, Optional<AlarmView> chosen, Instant now) {
        String instance = facts.instance(page.kind(), alarm.name());
        boolean here = chosen.filter(one -> one.name().equals(alarm.name())).isPresent();
        Content name = instance.isEmpty()
                ? Content.text("all of it")
                : Html.link("/runbooks/" + page.kind() + "?instance=" + TimeRange.encode(instance), instance);
        Element row = Html.row(AlarmWords.badge(alarm.state()), Html.span("fit", AlarmWords.since(alarm, now)), name,
                Html.link("/alarms/" + TimeRange.encode(alarm.name()), "alarm"));
        return here ? row.cls("chosen").attr("aria-current", "true") : row;
    }

    /** Where to look and whom to ask. */
    static Content facts(Runbook page, Optional<AlarmView> chosen) {
        FrontMatter front = page.front();
        Element list = Html.el("dl").cls("facts");
        if (!front.severity().isEmpty()) {
            fact(list, "Severity", AlarmList.severity(front.severity()));
        }
        fact(list, "Owner", Content.text(front.owner()));
        chosen.map(alarm -> DASHBOARD.matcher(alarm.definition().description())).filter(Matcher::find)
                .ifPresent(dashboard -> fact(list, "Dashboard",
                        Html.link("/dashboards/" + dashboard.group(1), dashboard.group(1))));
        if (!front.expects().isEmpty()) {
            fact(list, "Rehearsed with", Content.text(String.join(", ", front.expects())));
        }
        return Html.div("card", list);
    }

    private static void fact(Element list, String name, Content value) {
        list.add(Html.textEl("dt", name), Html.el("dd", value));
    }
}
