// SPDX-License-Identifier: Apache-2.0
/** Alarms: all of them at a glance, and one with its reason, graph, history, actions and runbook. */
package io.highlands.local.console.alarm;
