// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmView;

/** Whom an alarm notifies: as its tag says, and of an alarm without one as the name of its topic does. */
public final class AlarmSeverity {

    /** Someone is woken. */
    public static final String PAGE = "page";
    /** Someone looks at it in working hours. */
    public static final String TICKET = "ticket";

    private AlarmSeverity() {
    }

    /**
     * {@return {@link #PAGE} or {@link #TICKET}; empty for an alarm that only others look at}
     *
     * @param alarm the alarm
     */
    public static Optional<String> of(AlarmView alarm) {
        AlarmActions actions = alarm.definition().actions();
        String topics = String.join(" ", actions.in(AlarmState.ALARM)).toLowerCase(Locale.ROOT);
        if (topics.isEmpty()) {
            return Optional.empty();
        }
        String words = actions.severity().orElse(topics);
        return Stream.of(PAGE, TICKET).filter(words::contains).findFirst();
    }
}
