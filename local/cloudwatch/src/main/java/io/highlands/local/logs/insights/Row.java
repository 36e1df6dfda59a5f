// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.HashMap;
import java.util.Map;

import io.highlands.local.logs.bounds.WorkLimit;

/** What a command sees of an event, or of a group of events after {@code stats}. */
final class Row {

    private final LogRecord event;
    private final Map<String, Object> own = new HashMap<>();
    private Map<String, Object> discovered;
    private long size;

    private Row(LogRecord event) {
        this.event = event;
    }

    static Row of(LogRecord event) {
        return new Row(event);
    }

    static Row withoutEvent() {
        return new Row(null);
    }

    void set(String field, Object value) {
        own.put(field, value);
    }

    /** About how many bytes it takes, as it was when this was asked first. */
    long size() {
        if (size == 0) {
            size = 200 + (event == null ? 0 : WorkLimit.size(event.message()))
                    + (discovered == null ? 0 : 80L * discovered.size() + event.message().length());
            for (Object value : own.values()) {
                size += 80 + (value instanceof String text ? WorkLimit.size(text) : 0);
            }
        }
        return size;
    }

    Object get(String field) {
        if (own.containsKey(field)) {
            return own.get(field);
        }
        if (event == null) {
            return null;
        }
        return switch (field) {
            case "@timestamp" -> Moment.of(event.time());
            case "@ingestionTime" -> Moment.of(event.ingested());
            case "@message" -> event.message();
            case "@logStream" -> event.stream();
            case "@log" -> "000000000000:" + event.log();
            default -> discovered().get(field);
        };
    }

    private Map<String, Object> discovered() {
        if (discovered == null) {
            discovered = JsonFields.of(event.message());
        }
        return discovered;
    }
}
