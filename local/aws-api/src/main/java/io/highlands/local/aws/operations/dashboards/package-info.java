// SPDX-License-Identifier: Apache-2.0
/** CloudWatch's operations on dashboards, over {@link io.highlands.local.cloudwatch.dashboards.DashboardService}. */
package io.highlands.local.aws.operations.dashboards;
