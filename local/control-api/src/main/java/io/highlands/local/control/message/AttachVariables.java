// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The response to {@code POST /attach}: the environment variables that the process is to have.
 *
 * @param variables values by name; addresses of upstreams lead through the proxy of the service's task
 */
public record AttachVariables(Map<String, String> variables) {

    /** Copies the map, sorted by name. */
    public AttachVariables {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }
}
