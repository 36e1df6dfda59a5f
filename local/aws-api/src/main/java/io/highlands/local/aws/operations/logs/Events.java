// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.logs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.logs.EventPage;
import io.highlands.local.logs.FilterRequest;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.PutRejections;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.NewLogEvent;

/** Writing events, and reading them by a pattern. */
final class Events {

    /** Later than anything that is kept. */
    static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    private final LogService logs;

    Events(LogService logs) {
        this.logs = logs;
    }

    Map<String, Object> put(Input input) {
        List<NewLogEvent> lines = input.structures("logEvents").stream().map(event -> new NewLogEvent(
                Instant.ofEpochMilli(event.whole("timestamp").orElseThrow()), event.text("message"))).toList();
        PutRejections rejected = logs.accept(input.text("logGroupName"), input.text("logStreamName"), lines);
        Output info = new Output();
        put(info, "tooOldLogEventEndIndex", rejected.tooOldUntil());
        put(info, "tooNewLogEventStartIndex", rejected.tooNewFrom());
        return info.tree().isEmpty() ? Output.nothing() : Output.of("rejectedLogEventsInfo", info.tree()).tree();
    }

    private static void put(Output output, String name, OptionalInt index) {
        index.ifPresent(value -> output.with(name, value));
    }

    /** FilterLogEvents: both ends of the time are inclusive. */
    Map<String, Object> filter(Input input) {
        EventPage page = logs.filter(new FilterRequest(GroupArns.named(input), input.texts("logStreamNames"),
                input.optionalText("logStreamNamePrefix").orElse(""), time(input, "startTime", Instant.EPOCH),
                time(input, "endTime", FOREVER).plusMillis(1), input.optionalText("filterPattern").orElse(""),
                input.integer("limit").orElse(FilterRequest.MAX_LIMIT), false,
                input.optionalText("nextToken").orElse("")));
        return Output.of("events", page.events().stream().map(Events::filtered).toList())
                .with("searchedLogStreams", List.of()).with("nextToken", page.nextToken()).tree();
    }

    static Instant time(Input input, String name, Instant standard) {
        return input.whole(name).map(Instant::ofEpochMilli).orElse(standard);
    }

    private static Map<String, Object> filtered(LogEvent event) {
        return event(event).with("logStreamName", event.stream()).with("eventId", "%056d".formatted(event.id())).tree();
    }

    static Output event(LogEvent event) {
        return Output.of("timestamp", event.time().toEpochMilli()).with("message", event.message())
                .with("ingestionTime", event.ingestionTime().toEpochMilli());
    }
}
