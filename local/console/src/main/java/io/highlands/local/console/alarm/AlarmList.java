// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.incident.AlarmSeverity;

/** All alarms, those that need somebody first. */
public final class AlarmList {

    private static final List<AlarmState> URGENCY = List.of(AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA,
            AlarmState.OK);

    private static final List<String> SEVERITIES = List.of(AlarmSeverity.PAGE, AlarmSeverity.TICKET);

    private final AlarmService alarms;

    private final AlarmFacts facts;

    AlarmList(AlarmService alarms, AlarmFacts facts) {
        this.alarms = alarms;
        this.facts = facts;
    }

    /** What is chosen: the urgent first, of these page severity first, of these the newest first. */
    List<AlarmGroup> find(AlarmChoice choice) {
        Comparator<AlarmGroup> order = Comparator
                .<AlarmGroup>comparingInt(group -> URGENCY.indexOf(group.alarm().state()))
                .thenComparingInt(group -> rank(facts.severity(group.alarm())))
                .thenComparing(group -> group.alarm().stateTransitioned(), Comparator.reverseOrder())
                .thenComparing(group -> group.alarm().name());
        return groups().stream().filter(group -> chosen(group, choice)).sorted(order).toList();
    }

    private List<AlarmGroup> groups() {
        return AlarmGroup.of(alarms.describe(AlarmFilter.ALL));
    }

    private static int rank(String severity) {
        int rank = SEVERITIES.indexOf(severity);
        return rank < 0 ? SEVERITIES.size() : rank;
    }

    private boolean chosen(AlarmGroup group, AlarmChoice choice) {
        AlarmView alarm = group.alarm();
        String severity = facts.severity(alarm);
        return choice.state().filter(state -> state != alarm.state()).isEmpty()
                && choice.severity().filter(wanted -> !wanted.equals(severity)).isEmpty()
                && choice.matches(String.join(" ", alarm.name(), severity, alarm.stateReason(),
                        String.join(" ", group.parts().stream().map(AlarmView::name).toList())));
    }

    /** How many there are in each state, a composite alarm and its parts counted once. */
    Map<AlarmState, Long> counts() {
        return counts(AlarmChoice.ALL);
    }

    /** The same of those that are chosen. */
    Map<AlarmState, Long> counts(AlarmChoice choice) {
        return find(choice).stream().map(AlarmGroup::alarm)
                .collect(Collectors.groupingBy(AlarmView::state, Collectors.counting()));
    }

    /** A row for each alarm that is chosen, its parts in it. */
    Content table(AlarmChoice choice, Instant now) {
        List<AlarmGroup> found = find(choice);
        if (found.isEmpty()) {
            return Html.textEl("p", choice.equals(AlarmChoice.ALL)
                    ? "No alarms are deployed."
                    : "No alarm is like this.").cls("empty-note");
        }
        return Html.div("card stacked",
                Html.table("Alarms", List.of("State", "Since", "Alarm", "Severity", "Threshold", "Reason"),
                        found.stream().map(group -> row(group, now)).toList()));
    }

    private Element row(AlarmGroup group, Instant now) {
        AlarmView alarm = group.alarm();
        return Html.row(AlarmWords.badge(alarm.state()), Html.span("fit", AlarmWords.since(alarm, now)),
                Content.all(focusable(alarm, alarm.name()), kind(alarm)), severity(facts.severity(alarm)),
                threshold(group), Content.all(reason(alarm), parts(group)));
    }

    /** A link whose id lets the browser's focus stay where it is when the list is refreshed. */
    private static Element focusable(AlarmView alarm, String text) {
        return AlarmWords.link(alarm.name(), text).attr("id", "alarm-" + alarm.name());
    }

    private Content kind(AlarmView alarm) {
        return facts.kind(alarm.name()).<Content>map(kind -> Html.div("muted", Html.link("/runbooks/" + kind,
                "Runbook: " + kind).attr("id", "runbook-" + alarm.name()))).orElse(Content.none());
    }

    private static Content threshold(AlarmGroup group) {
        return group.parts().isEmpty() ? AlarmWords.threshold(group.alarm()) : Content.none();
    }

    /** What a composite alarm is made of, each with its state, threshold and reason. */
    private static Content parts(AlarmGroup group) {
        if (group.parts().isEmpty()) {
            return Content.none();
        }
        Element list = Html.el("ul").cls("parts");
        for (AlarmView part : group.parts()) {
            list.add(Html.el("li", AlarmWords.badge(part.state()), Content.text(" "), focusable(part,
                    part.name().startsWith(group.alarm().name() + "-")
                            ? part.name().substring(group.alarm().name().length() + 1)
                            : part.name()),
                    Content.text(" "), AlarmWords.threshold(part),
                    Html.div("muted", Content.text(AlarmWords.reason(part)))));
        }
        return list;
    }

    private static Content reason(AlarmView alarm) {
        Content text = Content.text(AlarmWords.reason(alarm));
        return alarm.suppressedBy().isEmpty()
                ? text
                : Content.all(Html.badge("unknown", "held back"), Content.text(" "), text);
    }

    /**
     * Whom an alarm tells.
     *
     * @param severity page, ticket or another word; empty for none
     * @return a badge that says it
     */
    public static Content severity(String severity) {
        return severity.isEmpty()
                ? Content.none()
                : Html.badge(severity.equals("page")
                        ? "alarm"
                        : severity.equals("ticket") ? "warn" : "unknown", severity);
    }

    /**
     * The alarms that are not OK, in short, for the first page.
     *
     * @param now what time it is
     * @return a list, or a line that says that no alarm is in ALARM
     */
    public Content strip(Instant now) {
        Map<AlarmState, Long> counts = counts();
        if (counts.isEmpty()) {
            return Html.textEl("p", "No alarms are deployed.").cls("muted");
        }
        List<AlarmView> firing = firing();
        Content line = Html.textEl("p", counts.getOrDefault(AlarmState.ALARM, 0L) + " in alarm, "
                + counts.getOrDefault(AlarmState.OK, 0L) + " OK, "
                + counts.getOrDefault(AlarmState.INSUFFICIENT_DATA, 0L) + " without data").cls("muted");
        if (firing.isEmpty()) {
            return line;
        }
        return Content.all(line, Html.table("Alarms in ALARM", List.of("Alarm", "Severity", "Since"),
                firing.stream().map(alarm -> Html.row(AlarmWords.link(alarm.name()),
                        severity(facts.severity(alarm)), Html.span("fit", AlarmWords.since(alarm, now)))).toList()));
    }

    private List<AlarmView> firing() {
        return find(AlarmChoice.ALL.with(Optional.of(AlarmState.ALARM))).stream().map(AlarmGroup::alarm).toList();
    }

    /**
     * How many alarms in ALARM have a word in their name, a composite alarm and its parts counted once.
     *
     * @param word for example a service's name
     * @return how many
     */
    public int firing(String word) {
        return (int) groups().stream()
                .filter(group -> Stream.concat(Stream.of(group.alarm()), group.parts().stream())
                        .anyMatch(alarm -> alarm.state() == AlarmState.ALARM
                                && (alarm.name() + "-").contains("-" + word + "-")))
                .count();
    }

    /**
     * The whole in a word, for the frame.
     *
     * @return a badge that leads to the list
     */
    public Content status() {
        long firing = counts().getOrDefault(AlarmState.ALARM, 0L);
        return Html.link("/alarms" + (firing > 0 ? "?state=ALARM" : ""), firing == 0
                ? "no alarm"
                : firing + " in alarm").cls("badge badge-" + (firing == 0 ? "ok" : "alarm"));
    }
}
