// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.util.Set;

/**
 * An alarm as boards show it.
 *
 * @param arn
 *            its ARN, which may hold CDK tokens
 * @param page
 *            whether it wakes someone; a ticket otherwise
 * @param boards
 *            names of the boards that show it, by {@link BoardNames}; the overview shows all without being named
 */
public record BoardAlarm(String arn, boolean page, Set<String> boards) {

    public BoardAlarm {
        boards = Set.copyOf(boards);
    }
}
