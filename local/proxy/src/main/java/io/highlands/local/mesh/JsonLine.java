// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Builds lines of flat JSON objects; what is not ASCII or not printable is escaped. Used by one thread. */
final class JsonLine {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.")
            .withZone(ZoneOffset.UTC);

    private final StringBuilder line = new StringBuilder(512);
    private long second = -1;
    private String secondText;

    JsonLine begin() {
        line.append('{');
        return this;
    }

    JsonLine text(String key, String value) {
        key(key);
        if (value == null) {
            line.append("null");
            return this;
        }
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        line.append('"');
        return this;
    }

    JsonLine number(String key, long value) {
        key(key);
        line.append(value);
        return this;
    }

    JsonLine time(String key, long epochMillis) {
        if (epochMillis / 1000 != second) {
            second = epochMillis / 1000;
            secondText = SECONDS.format(Instant.ofEpochMilli(epochMillis));
        }
        key(key);
        long millis = epochMillis % 1000;
        line.append('"').append(secondText).append(millis < 100 ? "0" : "").append(millis < 10 ? "0" : "")
                .append(millis).append("Z\"");
        return this;
    }

    void end() {
        line.append("}\n");
    }

    /** Moves what has been built to a stream of bytes. */
    void drainTo(ByteArrayOutputStream bytes) {
        bytes.writeBytes(line.toString().getBytes(StandardCharsets.US_ASCII));
        line.setLength(0);
    }

    private void key(String key) {
        if (line.charAt(line.length() - 1) != '{') {
            line.append(',');
        }
        line.append('"').append(key).append("\":");
    }

    private void append(char letter) {
        if (letter == '"' || letter == '\\') {
            line.append('\\').append(letter);
        } else if (letter >= ' ' && letter < 127) {
            line.append(letter);
        } else {
            line.append(String.format("\\u%04x", (int) letter));
        }
    }
}
