// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.logs;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.store.LogGroup;
import io.highlands.local.store.LogStreamInfo;

/** Log groups and streams: 50 a page. Sizes are not counted here: storedBytes is 0, as AWS's of a stream is. */
final class Groups {

    private static final int ENTRIES = 50;

    private final LogService logs;
    private final GroupArns arns;

    Groups(LogService logs, GroupArns arns) {
        this.logs = logs;
        this.arns = arns;
    }

    Map<String, Object> create(Input input) {
        logs.createGroup(input.text("logGroupName"));
        return Output.nothing();
    }

    Map<String, Object> createStream(Input input) {
        logs.createStream(input.text("logGroupName"), input.text("logStreamName"));
        return Output.nothing();
    }

    Map<String, Object> describe(Input input) {
        if (input.has("logGroupNamePrefix") && input.has("logGroupNamePattern")) {
            throw new LogsException("InvalidParameterException",
                    "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters");
        }
        String pattern = input.optionalText("logGroupNamePattern").orElse("").toLowerCase(Locale.ROOT);
        List<LogGroup> groups = logs.groups(input.optionalText("logGroupNamePrefix").orElse("")).stream()
                .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(pattern)).toList();
        Page<LogGroup> page = Page.of(groups, input.optionalText("nextToken"), input.integer("limit").orElse(ENTRIES),
                "InvalidParameterException");
        return Output.of("logGroups", page.items().stream().map(this::group).toList())
                .with("nextToken", page.next()).tree();
    }

    private Map<String, Object> group(LogGroup group) {
        Output output = Output.of("logGroupName", group.name()).with("creationTime", group.created().toEpochMilli())
                .with("arn", arns.of(group.name()) + ":*").with("logGroupArn", arns.of(group.name()))
                .with("logGroupClass", "STANDARD").with("metricFilterCount", logs.metricFilters(group.name()))
                .with("storedBytes", 0);
        group.retentionDays().ifPresent(days -> output.with("retentionInDays", days));
        return output.tree();
    }

    Map<String, Object> describeStreams(Input input) {
        String group = GroupArns.named(input);
        boolean byTime = input.optionalText("orderBy").orElse("").equals("LastEventTime");
        if (byTime && input.has("logStreamNamePrefix")) {
            throw new LogsException("InvalidParameterException",
                    "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        Comparator<LogStreamInfo> order = byTime
                ? Comparator.comparing(Groups::lastEvent).thenComparing(LogStreamInfo::name)
                : Comparator.comparing(LogStreamInfo::name);
        List<LogStreamInfo> streams = logs.streams(group, input.optionalText("logStreamNamePrefix").orElse("")).stream()
                .sorted(input.flag("descending", false) ? order.reversed() : order).toList();
        Page<LogStreamInfo> page = Page.of(streams, input.optionalText("nextToken"),
                input.integer("limit").orElse(ENTRIES), "InvalidParameterException");
        return Output.of("logStreams", page.items().stream().map(stream -> stream(group, stream)).toList())
                .with("nextToken", page.next()).tree();
    }

    private static Instant lastEvent(LogStreamInfo stream) {
        return stream.events().map(LogStreamInfo.Events::last).orElse(Instant.EPOCH);
    }

    private Map<String, Object> stream(String group, LogStreamInfo stream) {
        Output output = Output.of("logStreamName", stream.name())
                .with("creationTime", stream.created().toEpochMilli());
        stream.events().ifPresent(events -> output.with("firstEventTimestamp", events.first().toEpochMilli())
                .with("lastEventTimestamp", events.last().toEpochMilli())
                .with("lastIngestionTime", events.lastIngestion().toEpochMilli()));
        return output.with("arn", arns.of(group, stream.name())).with("storedBytes", 0).tree();
    }
}
