// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;

/**
 * An alarm at a moment: an entry of the response to {@code GET /alarms}, and of what {@code highlands alarms --json}
 * prints.
 *
 * @param name its name
 * @param state CloudWatch's {@code StateValue}: {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param since when it went into that state
 * @param reason CloudWatch's {@code StateReason}
 * @param suppressed whether its actions are held back by another alarm
 */
public record AlarmEntry(String name, String state, Instant since, String reason, boolean suppressed) {}
