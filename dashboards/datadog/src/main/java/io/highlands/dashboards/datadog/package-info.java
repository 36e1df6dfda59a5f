// SPDX-License-Identifier: Apache-2.0
/** Datadog's view of the platform, from the same measures, thresholds and edges as the dashboards and alarms of CloudWatch. */
package io.highlands.dashboards.datadog;
