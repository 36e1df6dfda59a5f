// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.HistoryFilter;
import io.highlands.local.cloudwatch.alarms.HistoryItem;
import io.highlands.local.control.message.IncidentReport.FiredAlarm;

/** The alarms that notify somebody, and when they were in ALARM. */
final class FiredAlarms {

    /** A description links the page of its kind. */
    private static final Pattern PAGE = Pattern.compile("\\brunbooks/([a-z-]+)\\.md");
    private static final Pattern TO_ALARM = Pattern.compile("to ALARM\\b");

    private final AlarmService alarms;

    FiredAlarms(AlarmService alarms) {
        this.alarms = alarms;
    }

    /** {@return those in ALARM now, and those that were in the window; page severity first, the oldest first} */
    List<FiredAlarm> in(Window window) {
        Set<String> fired = changes(window).stream().filter(change -> TO_ALARM.matcher(change.summary()).find())
                .map(HistoryItem::alarm).collect(Collectors.toSet());
        return notifying().stream()
                .filter(alarm -> fired.contains(alarm.name())
                        || alarm.state() == AlarmState.ALARM && !alarm.stateTransitioned().isAfter(window.until()))
                .map(FiredAlarms::fired)
                .sorted(Comparator.comparing((FiredAlarm alarm) -> !alarm.severity().equals(AlarmSeverity.PAGE))
                        .thenComparing(FiredAlarm::since).thenComparing(FiredAlarm::name))
                .toList();
    }

    /** {@return when the first of those went into ALARM that are in it now; empty when none is} */
    Optional<Instant> first() {
        return notifying().stream().filter(alarm -> alarm.state() == AlarmState.ALARM)
                .map(AlarmView::stateTransitioned).min(Comparator.naturalOrder());
    }

    /** {@return the changes of state in the window, oldest first} */
    List<HistoryItem> changes(Window window) {
        Set<String> names = notifying().stream().map(AlarmView::name).collect(Collectors.toSet());
        return alarms
                .history(new HistoryFilter(Optional.empty(), Set.of(), Optional.of(HistoryItem.Type.StateUpdate),
                        Optional.of(window.from()), Optional.of(window.until()), false))
                .stream().filter(item -> names.contains(item.alarm())).toList();
    }

    private List<AlarmView> notifying() {
        return alarms.describe(AlarmFilter.ALL).stream().filter(alarm -> AlarmSeverity.of(alarm).isPresent()).toList();
    }

    private static FiredAlarm fired(AlarmView alarm) {
        Matcher page = PAGE.matcher(alarm.definition().description());
        return new FiredAlarm(alarm.name(), AlarmSeverity.of(alarm).orElse(""), alarm.state().name(),
                alarm.stateTransitioned(),
                alarm.stateReason(), page.find() ? page.group(1) : "");
    }
}
