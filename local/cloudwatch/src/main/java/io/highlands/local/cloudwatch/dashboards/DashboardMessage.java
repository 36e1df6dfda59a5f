// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/**
 * What PutDashboard finds wrong with a body (DashboardValidationMessage).
 *
 * @param dataPath where, such as {@code /widgets/3/properties/metrics/0}
 * @param message what was found and what is allowed
 * @param error whether the body is refused for it; otherwise it is a warning
 */
public record DashboardMessage(String dataPath, String message, boolean error) {}
