// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;

/**
 * An alarm at a moment, as composite alarms see it.
 *
 * @param arn its ARN, or its name where there is no account
 * @param state its state
 * @param since when it came into that state
 */
public record AlarmSnapshot(String arn, AlarmState state, Instant since) {}
