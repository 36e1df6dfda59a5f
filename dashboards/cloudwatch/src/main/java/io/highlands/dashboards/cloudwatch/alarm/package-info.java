// SPDX-License-Identifier: Apache-2.0
/** Alarms: what they watch, whom they tell, and what is held back while someone is being paged. */
package io.highlands.dashboards.cloudwatch.alarm;
