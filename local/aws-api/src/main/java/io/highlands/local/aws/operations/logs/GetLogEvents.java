// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.logs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.logs.EventPage;
import io.highlands.local.logs.FilterRequest;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.store.LogEvent;

/**
 * GetLogEvents: pages of one stream, always oldest event first. It gives a token for either direction, and the one that was
 * given when there is nothing beyond; so a stream can be followed.
 */
final class GetLogEvents implements Action {

    private static final String FORWARD = "f/";
    private static final String BACKWARD = "b/";

    private final LogService logs;

    GetLogEvents(LogService logs) {
        this.logs = logs;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        String token = input.optionalText("nextToken").orElse("");
        if (!token.isEmpty() && !token.startsWith(FORWARD) && !token.startsWith(BACKWARD)) {
            throw new LogsException("InvalidParameterException", "The specified nextToken is invalid.");
        }
        logs.requireStream(GroupArns.named(input), input.text("logStreamName"));
        boolean backward = token.isEmpty() ? !input.flag("startFromHead", false) : token.startsWith(BACKWARD);
        String place = token.isEmpty() ? "" : token.substring(FORWARD.length());
        List<LogEvent> found = read(input, backward, place);
        List<LogEvent> events = backward ? found.reversed() : found;
        return Output.of("events", events.stream().map(event -> Events.event(event).tree()).toList())
                .with("nextForwardToken", FORWARD + (events.isEmpty() ? place : EventPage.token(events.getLast())))
                .with("nextBackwardToken", BACKWARD + (events.isEmpty() ? place : EventPage.token(events.getFirst())))
                .tree();
    }

    private List<LogEvent> read(Input input, boolean backward, String place) {
        return logs.filter(new FilterRequest(GroupArns.named(input), List.of(input.text("logStreamName")), "",
                Events.time(input, "startTime", Instant.EPOCH), Events.time(input, "endTime", Events.FOREVER), "",
                input.integer("limit").orElse(FilterRequest.MAX_LIMIT), backward, place)).events();
    }
}
