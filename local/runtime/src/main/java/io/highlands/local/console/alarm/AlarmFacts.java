// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.util.Locale;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.console.runbook.Runbook;
import io.highlands.local.console.runbook.Runbooks;

/** What the alarm's name, runbook and actions say about it. */
final class AlarmFacts {

    private final Runbooks runbooks;

    AlarmFacts(Runbooks runbooks) {
        this.runbooks = runbooks;
    }

    Optional<String> kind(AlarmView alarm) {
        return runbooks.kindOf(alarm.name());
    }

    Optional<Runbook> runbook(AlarmView alarm) {
        return kind(alarm).flatMap(runbooks::find);
    }

    /** The runbook's word, else that of the topic which ALARM is told to; nothing for an alarm that only others look at. */
    String severity(AlarmView alarm) {
        String topics = String.join(" ", alarm.definition().actions().in(AlarmState.ALARM)).toLowerCase(Locale.ROOT);
        if (topics.isEmpty()) {
            return "";
        }
        return runbook(alarm).map(page -> page.fact("severity")).filter(word -> !word.isEmpty())
                .orElse(topics.contains("page") ? "page" : topics.contains("ticket") ? "ticket" : "");
    }
}
