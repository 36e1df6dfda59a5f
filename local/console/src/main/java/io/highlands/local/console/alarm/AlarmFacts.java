// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.incident.AlarmSeverity;
import io.highlands.local.runbook.AlarmKinds;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookException;
import io.highlands.local.runbook.RunbookFolder;

/** What an alarm's name, runbook and actions say about it. */
public final class AlarmFacts {

    private final AlarmService alarms;

    private final RunbookFolder runbooks;

    private final String prefix;

    /**
     * Finds alarms' kinds and runbooks in one environment.
     *
     * @param alarms the alarms
     * @param runbooks the folder of the runbooks; it may be missing
     * @param environment the environment, whose alarms are named {@code highlands-ENV-KIND[-INSTANCE]}
     */
    public AlarmFacts(AlarmService alarms, RunbookFolder runbooks, String environment) {
        this.alarms = alarms;
        this.runbooks = runbooks;
        this.prefix = "highlands-" + environment + "-";
    }

    /**
     * The kind of an alarm: the longest one that has a page and with which the alarm's name begins.
     *
     * @param alarm the alarm's name
     * @return the kind, if there is one
     */
    public Optional<String> kind(String alarm) {
        return alarm.startsWith(prefix)
                ? AlarmKinds.of(alarm.substring(prefix.length()), runbooks.kinds())
                : Optional.empty();
    }

    /**
     * The alarms of a kind that respond to something, without the parts of which others are made.
     *
     * @param kind the kind
     * @return the alarms, by name
     */
    public List<AlarmView> of(String kind) {
        List<AlarmView> all = alarms.describe(AlarmFilter.ALL).stream()
                .filter(alarm -> kind(alarm.name()).filter(kind::equals).isPresent())
                .sorted(Comparator.comparing(AlarmView::name)).toList();
        List<String> parts = all.stream().flatMap(alarm -> AlarmWords.children(alarms, alarm.name()).stream())
                .map(AlarmView::name).toList();
        return all.stream().filter(alarm -> !parts.contains(alarm.name())).toList();
    }

    /**
     * What makes an alarm one of several of its kind.
     *
     * @param kind the kind
     * @param alarm the alarm's name
     * @return the end of its name; empty for the only one of its kind
     */
    public String instance(String kind, String alarm) {
        String rest = alarm.substring(prefix.length() + kind.length());
        return rest.isEmpty() ? "" : rest.substring(1);
    }

    /** The page of its kind, unless it cannot be read. */
    Optional<Runbook> runbook(AlarmView alarm) {
        try {
            return kind(alarm.name()).flatMap(runbooks::find);
        } catch (RunbookException unreadable) {
            return Optional.empty();
        }
    }

    /** That of the alarm, else the runbook's word; nothing for an alarm that only others look at. */
    String severity(AlarmView alarm) {
        if (alarm.definition().actions().in(AlarmState.ALARM).isEmpty()) {
            return "";
        }
        return AlarmSeverity.of(alarm).or(() -> runbook(alarm).map(page -> page.front().severity())).orElse("");
    }
}
