// SPDX-License-Identifier: Apache-2.0
/** Datadog's monitors of an environment, each named like the CloudWatch alarm that it matches. */
package io.highlands.dashboards.datadog.monitor;
