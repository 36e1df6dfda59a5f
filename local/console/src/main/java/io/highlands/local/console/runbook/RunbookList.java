// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.console.alarm.AlarmFacts;
import io.highlands.local.console.alarm.AlarmList;
import io.highlands.local.console.web.AwsLinks;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.html.Markdown;
import io.highlands.local.runbook.FrontMatter;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookException;
import io.highlands.local.runbook.RunbookFolder;

/** All pages, by symptom and by alarm, those first whose alarms are in ALARM. */
final class RunbookList {

    private static final List<String> SEVERITIES = List.of("page", "ticket", "guard");

    private static final Markdown MARKDOWN = new Markdown(AwsLinks::here);

    private final RunbookFolder folder;

    private final AlarmFacts facts;

    RunbookList(RunbookFolder folder, AlarmFacts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    private record Entry(Runbook page, long firing, long all) {}

    /** What changes by itself: all of it. */
    Content tables() {
        List<Entry> alarms = new ArrayList<>();
        List<Element> routine = new ArrayList<>();
        Element mistakes = Html.div("");
        for (String kind : folder.kinds()) {
            try {
                folder.find(kind).ifPresent(page -> {
                    if (page.front().routine()) {
                        routine.add(Html.row(link(page, page.title()), Content.text(page.front().owner())));
                    } else {
                        alarms.add(entry(page));
                    }
                });
            } catch (RunbookException unreadable) {
                mistakes.add(Html.el("p", Html.link("/runbooks/" + kind, kind), Content.text(": "
                        + unreadable.getMessage())));
            }
        }
        if (folder.kinds().isEmpty()) {
            return Html.textEl("p", "There is no page in the folder runbooks of this checkout.").cls("empty-note");
        }
        return Content.all(mistakes, symptoms(), alarms(alarms), routine.isEmpty()
                ? Content.none()
                : Html.div("card", Html.textEl("h2", "Routine jobs"),
                        Html.table("Routine jobs", List.of("Job", "Owner"), routine)));
    }

    /** What the folder's own index says of symptoms. */
    private Content symptoms() {
        String table = folder.index("By symptom");
        return table.isEmpty()
                ? Content.none()
                : Html.div("card", Html.textEl("h2", "By symptom"), MARKDOWN.render(table));
    }

    private Entry entry(Runbook page) {
        var alarms = facts.of(page.kind());
        return new Entry(page, alarms.stream().filter(alarm -> alarm.state() == AlarmState.ALARM).count(),
                alarms.size());
    }

    private static Content alarms(List<Entry> entries) {
        List<Element> rows = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.firing() == 0)
                        .thenComparing(entry -> SEVERITIES.indexOf(entry.page().front().severity()))
                        .thenComparing(entry -> entry.page().kind()))
                .map(RunbookList::row).toList();
        return Html.div("card", Html.textEl("h2", "By alarm"), Html.table("Runbooks by alarm",
                List.of("Runbook", "Alarms", "Severity", "Kind of alarm", "Owner"), rows));
    }

    private static Element row(Entry entry) {
        FrontMatter front = entry.page().front();
        return Html.row(link(entry.page(), entry.page().title()), alarms(entry), AlarmList.severity(front.severity()),
                Html.span("fit", entry.page().kind()), Content.text(front.owner()));
    }

    private static Content alarms(Entry entry) {
        if (entry.firing() > 0) {
            return Html.badge("alarm", entry.firing() + " of " + entry.all() + " in alarm");
        }
        return entry.all() == 0 ? Html.badge("unknown", "not deployed") : Html.badge("ok", entry.all() + " quiet");
    }

    private static Element link(Runbook page, String text) {
        return Html.link("/runbooks/" + page.kind(), text);
    }
}
