// SPDX-License-Identifier: Apache-2.0
/** The grammar of CloudWatch's {@code DashboardBody}, as AWS's API reference states it. Knows only the JDK. */
package io.highlands.dashboards.cloudwatch.grammar;
