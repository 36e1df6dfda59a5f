// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Instant;

/**
 * A dashboard that is kept under a name.
 *
 * @param name its name
 * @param body its DashboardBody, as it was given
 * @param modified when it was last put
 * @param deployed whether a template declares it, so that its periods are divided by the time scale when it is drawn; false
 *        where PutDashboard made it
 */
public record Dashboard(String name, String body, Instant modified, boolean deployed) {}
