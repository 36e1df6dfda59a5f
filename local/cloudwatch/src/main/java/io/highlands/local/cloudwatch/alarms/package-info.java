// SPDX-License-Identifier: Apache-2.0
/**
 * Alarms: their definitions under AWS's names, their evaluation as time passes, what they did, and what became of their
 * actions.
 */
package io.highlands.local.cloudwatch.alarms;
