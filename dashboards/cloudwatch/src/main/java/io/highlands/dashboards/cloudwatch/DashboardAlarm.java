// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.util.Set;

/**
 * An alarm as dashboards show it.
 *
 * @param arn
 *            its ARN, which may hold CDK tokens
 * @param page
 *            whether it wakes someone; a ticket otherwise
 * @param dashboards
 *            names of the dashboards that show it, by {@link DashboardNames}; the overview shows all without being named
 */
public record DashboardAlarm(String arn, boolean page, Set<String> dashboards) {

    public DashboardAlarm {
        dashboards = Set.copyOf(dashboards);
    }
}
