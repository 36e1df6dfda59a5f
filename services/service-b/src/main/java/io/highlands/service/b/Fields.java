// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What service A answers.
 *
 * @param keyOne the first field
 * @param keyTwo the second field
 */
record Fields(@JsonProperty("key_one") String keyOne, @JsonProperty("key_two") String keyTwo) {

    Fields {
        Objects.requireNonNull(keyOne, "key_one");
        Objects.requireNonNull(keyTwo, "key_two");
    }
}
