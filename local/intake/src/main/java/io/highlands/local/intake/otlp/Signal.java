// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import io.highlands.local.intake.wire.JsonMessage;

/** What is sent: each signal has a path of its own. */
enum Signal {

    TRACES("/v1/traces", "rejectedSpans"), METRICS("/v1/metrics", "rejectedDataPoints"), LOGS("/v1/logs",
            "rejectedLogRecords");

    private final String path;
    private final String rejected;

    Signal(String path, String rejected) {
        this.path = path;
        this.rejected = rejected;
    }

    /** The signal of a path; null when there is none. */
    static Signal at(String path) {
        for (Signal signal : values()) {
            if (signal.path.equals(path)) {
                return signal;
            }
        }
        return null;
    }

    /** What a partial success calls in JSON what it did not take. */
    String rejected() {
        return rejected;
    }

    /** What of it is read in JSON. */
    JsonMessage json() {
        return switch (this) {
            case TRACES -> OtlpJson.TRACES;
            case METRICS -> OtlpJson.METRICS;
            case LOGS -> OtlpJson.LOGS;
        };
    }
}
