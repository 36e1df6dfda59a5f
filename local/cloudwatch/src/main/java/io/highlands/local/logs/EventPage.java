// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.util.List;
import java.util.Optional;

import io.highlands.local.store.LogEvent;

/**
 * What one FilterLogEvents or GetLogEvents returns.
 *
 * @param events the events in the order asked for
 * @param nextToken where the next page begins; empty on the last page
 */
public record EventPage(List<LogEvent> events, Optional<String> nextToken) {

    /**
     * The token of the page that goes on after an event, in either direction of time.
     *
     * @param event the event
     * @return a token for {@link FilterRequest#after}
     */
    public static String token(LogEvent event) {
        return PageToken.of(event);
    }
}
