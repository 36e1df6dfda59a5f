// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.a;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Two fields named after a parameter.
 *
 * @param keyOne the first
 * @param keyTwo the second
 */
@JsonPropertyOrder({"key_one", "key_two"})
record Fields(@JsonProperty("key_one") String keyOne, @JsonProperty("key_two") String keyTwo) {

    static Fields of(String parameter) {
        return new Fields("(" + parameter + ")Field 1", "(" + parameter + ")Field 2");
    }
}
