// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.List;

/**
 * An {@code AWS::Events::Rule} with log groups as targets.
 *
 * @param name its name
 * @param pattern which events
 * @param logGroups names of the log groups that get them
 */
public record EventRule(String name, EventPattern pattern, List<String> logGroups) {

    /** Copies the list. */
    public EventRule {
        logGroups = List.copyOf(logGroups);
    }
}
