// SPDX-License-Identifier: Apache-2.0
/** What dashboards and alarms have to know of an environment, and the names and thresholds that they share. */
package io.highlands.dashboards.cloudwatch;
