// SPDX-License-Identifier: Apache-2.0
/** The page of an incident: what changed, alarms, timeline, notes, and its export as the draft of a review. */
package io.highlands.local.console.incident;
