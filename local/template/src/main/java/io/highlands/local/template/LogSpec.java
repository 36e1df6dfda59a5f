// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.util.Map;

/**
 * Where a container's output goes in AWS.
 *
 * @param driver log driver, for example {@code awslogs}
 * @param options the driver's options, resolved, for example {@code awslogs-group}
 */
public record LogSpec(String driver, Map<String, String> options) {

    /** Copies the options. */
    public LogSpec {
        options = Ordered.map(options);
    }
}
