// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** All alarms, those that need somebody first. */
public final class AlarmList {

    private static final List<AlarmState> URGENCY = List.of(AlarmState.ALARM, AlarmState.INSUFFICIENT_DATA,
            AlarmState.OK);

    private static final Comparator<AlarmView> ORDER = Comparator
            .<AlarmView>comparingInt(alarm -> URGENCY.indexOf(alarm.state())).thenComparing(AlarmView::name);

    private final AlarmService alarms;

    private final AlarmFacts facts;

    AlarmList(AlarmService alarms, AlarmFacts facts) {
        this.alarms = alarms;
        this.facts = facts;
    }

    /** Those that are in a state, or all. */
    List<AlarmView> find(Optional<AlarmState> state) {
        return alarms.describe(AlarmFilter.ALL).stream()
                .filter(alarm -> state.isEmpty() || alarm.state() == state.get()).sorted(ORDER).toList();
    }

    /** How many there are in each state. */
    Map<AlarmState, Long> counts() {
        return alarms.describe(AlarmFilter.ALL).stream()
                .collect(Collectors.groupingBy(AlarmView::state, Collectors.counting()));
    }

    /** A row for each alarm in the chosen state. */
    Content table(Optional<AlarmState> state, Instant now) {
        List<AlarmView> found = find(state);
        if (found.isEmpty()) {
            return Html.textEl("p", state.isEmpty()
                    ? "No alarms are deployed."
                    : "No alarm is in this state.").cls("empty-note");
        }
        return Html.div("card", Html.table("Alarms", List.of("State", "Since", "Alarm", "Kind", "Severity", "Reason"),
                found.stream().map(alarm -> row(alarm, now)).toList()));
    }

    private Element row(AlarmView alarm, Instant now) {
        return Html.row(AlarmWords.badge(alarm.state()), Html.span("fit", AlarmWords.since(alarm, now)),
                AlarmWords.link(alarm.name()).cls("fit"),
                facts.kind(alarm.name()).<Content>map(kind -> Html.link("/runbooks/" + kind, kind).cls("fit"))
                        .orElse(Content.none()),
                severity(facts.severity(alarm)), reason(alarm));
    }

    private static Content reason(AlarmView alarm) {
        Content text = Content.text(alarm.stateReason());
        return alarm.suppressedBy().isEmpty()
                ? text
                : Content.all(Html.badge("unknown", "suppressed"), Content.text(" "), text);
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
        List<AlarmView> firing = find(Optional.of(AlarmState.ALARM));
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

    /**
     * How many alarms in ALARM have a part in their name.
     *
     * @param part for example a service's name
     * @return how many
     */
    public int firing(String part) {
        Function<AlarmView, String> name = alarm -> alarm.name() + "-";
        return (int) find(Optional.of(AlarmState.ALARM)).stream().map(name)
                .filter(text -> text.contains("-" + part + "-")).count();
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
