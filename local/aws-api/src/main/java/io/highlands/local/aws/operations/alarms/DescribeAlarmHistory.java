// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.alarms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.HistoryFilter;
import io.highlands.local.cloudwatch.alarms.HistoryItem;

/** DescribeAlarmHistory: 100 entries a page by default, newest first, of metric alarms unless a name or type is given. */
final class DescribeAlarmHistory implements Action {

    private static final int RECORDS = 100;

    private final AlarmService alarms;

    DescribeAlarmHistory(AlarmService alarms) {
        this.alarms = alarms;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        if (input.optionalText("HistoryItemType").orElse("").startsWith("AlarmContributor")) {
            return Output.of("AlarmHistoryItems", List.of()).tree();
        }
        Page<HistoryItem> page = Page.of(alarms.history(new HistoryFilter(input.optionalText("AlarmName"),
                input.has("AlarmName") && !input.has("AlarmTypes") ? Set.of() : DescribeAlarms.types(input),
                input.optionalText("HistoryItemType").map(HistoryItem.Type::valueOf),
                Optional.ofNullable(input.time("StartDate")), Optional.ofNullable(input.time("EndDate")),
                !input.optionalText("ScanBy").orElse("").equals("TimestampAscending"))),
                input.optionalText("NextToken"), input.integer("MaxRecords").orElse(RECORDS), "InvalidNextToken");
        return Output.of("AlarmHistoryItems", page.items().stream().map(DescribeAlarmHistory::item).toList())
                .with("NextToken", page.next()).tree();
    }

    private static Map<String, Object> item(HistoryItem item) {
        return Output.of("AlarmName", item.alarm()).with("AlarmType", item.alarmType().name())
                .with("Timestamp", item.at()).with("HistoryItemType", item.type().name())
                .with("HistorySummary", item.summary()).with("HistoryData", item.data()).tree();
    }
}
