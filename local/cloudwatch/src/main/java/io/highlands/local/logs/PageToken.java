// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import io.highlands.local.store.LogEvent;

/** Where a page ended, as text that says nothing to its reader. */
final class PageToken {

    private PageToken() {
    }

    static String of(LogEvent last) {
        String place = last.time().toEpochMilli() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<LogEvent> read(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ");
            Instant time = Instant.ofEpochMilli(Long.parseLong(place[0]));
            return Optional.of(new LogEvent(time, time, "", "", Long.parseLong(place[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new LogsException("InvalidParameterException", "The specified nextToken is invalid.");
        }
    }
}
