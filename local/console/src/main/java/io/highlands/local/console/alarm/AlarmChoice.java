// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.TimeRange;

/**
 * Which alarms a page shows, as its address says.
 *
 * @param state only those in this state
 * @param severity only those of this severity, such as {@code page}
 * @param text words that name, kind, severity or reason contain, in any case; empty for all
 */
record AlarmChoice(Optional<AlarmState> state, Optional<String> severity, String text) {

    static final AlarmChoice ALL = new AlarmChoice(Optional.empty(), Optional.empty(), "");

    static AlarmChoice of(Request request) {
        return new AlarmChoice(request.value("state").map(AlarmChoice::stateNamed),
                request.value("severity").filter(word -> !word.isEmpty()),
                request.value("text").map(String::strip).orElse(""));
    }

    static AlarmState stateNamed(String word) {
        return Arrays.stream(AlarmState.values()).filter(state -> state.name().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "state '" + word + "'; there are: " + List.of(AlarmState.values())));
    }

    AlarmChoice with(Optional<AlarmState> other) {
        return new AlarmChoice(other, severity, text);
    }

    /** Whether all words are in a text. */
    boolean matches(String haystack) {
        String lower = haystack.toLowerCase(Locale.ROOT);
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(lower::contains);
    }

    /** The end of an address that has this choice, with its question mark; empty for all. */
    String query() {
        List<String> parts = new ArrayList<>();
        state.ifPresent(one -> parts.add("state=" + one));
        severity.ifPresent(one -> parts.add("severity=" + TimeRange.encode(one)));
        if (!text.isEmpty()) {
            parts.add("text=" + TimeRange.encode(text));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
