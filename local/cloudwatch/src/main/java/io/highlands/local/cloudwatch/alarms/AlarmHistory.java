// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What happened to alarms. */
final class AlarmHistory {

    /** The most entries that are read for one question. */
    private static final int MOST = 10_000;

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private final AlarmMemory memory;

    AlarmHistory(AlarmMemory memory) {
        this.memory = memory;
    }

    void add(AlarmDefinition alarm, Instant at, HistoryItem.Type type, String summary, String data) {
        memory.happened(at,
                HistoryJson.write(new HistoryItem(alarm.name(), AlarmType.of(alarm), at, type, summary, data)));
    }

    List<HistoryItem> find(HistoryFilter filter) {
        List<HistoryItem> items = new ArrayList<>();
        for (String json : memory.history(filter.from().orElse(BEGINNING), filter.until().orElse(END), MOST)) {
            HistoryItem item = read(json);
            if (item == null) {
                continue;
            }
            if (filter.alarm().map(item.alarm()::equals).orElse(true)
                    && (filter.alarmTypes().isEmpty() || filter.alarmTypes().contains(item.alarmType()))
                    && filter.type().map(item.type()::equals).orElse(true)) {
                items.add(item);
            }
        }
        if (!filter.newestFirst()) {
            Collections.reverse(items);
        }
        return items;
    }

    /** Null where the entry is not as it was written: it costs itself, not the history. */
    private HistoryItem read(String json) {
        try {
            return HistoryJson.read(json);
        } catch (RuntimeException e) {
            memory.unreadable("an entry of the history: " + json.substring(0, Math.min(json.length(), 40)));
            return null;
        }
    }
}
