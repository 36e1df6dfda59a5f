// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

/** A log event as memory holds it until it is on disk. */
final class LogRow extends Row {

    private final LogStream stream;

    private final long millis;

    private final long ingested;

    private final String message;

    LogRow(LogStream stream, long millis, long ingested, String message) {
        this.stream = stream;
        this.millis = millis;
        this.ingested = ingested;
        this.message = message;
    }

    LogStream stream() {
        return stream;
    }

    long millis() {
        return millis;
    }

    long ingested() {
        return ingested;
    }

    String message() {
        return message;
    }

    @Override
    long second() {
        return Math.floorDiv(millis, 1000L);
    }

    @Override
    int weight() {
        return 1 + message.length() / 64;
    }
}
