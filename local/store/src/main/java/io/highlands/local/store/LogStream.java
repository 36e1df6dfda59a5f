// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What memory holds of one log stream: when it spoke, and the events that are not on disk yet. */
final class LogStream {

    private final String group;

    private final String name;

    private int id = Series.UNNUMBERED;

    private long first = Long.MAX_VALUE;

    private long last = Long.MIN_VALUE;

    private long ingested = Long.MIN_VALUE;

    private final Deque<LogRow> unwritten = new ArrayDeque<>();

    LogStream(String group, String name) {
        this.group = group;
        this.name = name;
    }

    String group() {
        return group;
    }

    String name() {
        return name;
    }

    /** Its number in the files, {@link Series#UNNUMBERED} until it is first written. */
    int id() {
        return id;
    }

    void number(int newId) {
        id = newId;
    }

    /** Notes that there are events, by their times in milliseconds. */
    void seen(long earliest, long latest, long latestIngestion) {
        first = Math.min(first, earliest);
        last = Math.max(last, latest);
        ingested = Math.max(ingested, latestIngestion);
    }

    long last() {
        return last;
    }

    Deque<LogRow> unwritten() {
        return unwritten;
    }

    LogStreamInfo info() {
        return new LogStreamInfo(name, Instant.ofEpochMilli(first), Optional.of(new LogStreamInfo.Events(
                Instant.ofEpochMilli(first), Instant.ofEpochMilli(last), Instant.ofEpochMilli(ingested))));
    }
}
