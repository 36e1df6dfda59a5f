// SPDX-License-Identifier: Apache-2.0
/**
 * What the templates declare to watch the platform with (alarms, dashboards, log groups, topics, event rules, metric
 * filters, saved queries), and how it is handed to the services that do it here.
 */
package io.highlands.local.provision;
