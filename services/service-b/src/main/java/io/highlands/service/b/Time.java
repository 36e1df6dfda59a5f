// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The time, passed on as it came.
 *
 * @param keyTime RFC 3339
 */
record Time(@JsonProperty("key_time") String keyTime) {

    Time {
        Objects.requireNonNull(keyTime, "key_time");
    }
}
