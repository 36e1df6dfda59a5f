// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answers of A and C in one.
 *
 * @param keyOne A's first field
 * @param keyTwo A's second field
 * @param keyTime C's time
 */
@JsonPropertyOrder({"key_one", "key_two", "key_time"})
record Joined(@JsonProperty("key_one") String keyOne, @JsonProperty("key_two") String keyTwo,
        @JsonProperty("key_time") String keyTime) {

    static Joined of(Fields fields, Time time) {
        return new Joined(fields.keyOne(), fields.keyTwo(), time.keyTime());
    }
}
