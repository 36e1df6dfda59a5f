// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.c;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A moment as text.
 *
 * @param keyTime RFC 3339 in UTC with nine digits of a second, always: {@link Instant#toString()} drops zeros
 */
record Time(@JsonProperty("key_time") String keyTime) {

    private static final DateTimeFormatter NANOSECONDS = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    static Time of(Instant moment) {
        return new Time(NANOSECONDS.format(moment));
    }
}
