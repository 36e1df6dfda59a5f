// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of JSON with their members in the order in which they are written. */
final class Json {

    private Json() {
    }

    /**
     * A JSON object from names and values, in their order.
     *
     * @param members
     *            names and values, one after the other
     */
    static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }
}
