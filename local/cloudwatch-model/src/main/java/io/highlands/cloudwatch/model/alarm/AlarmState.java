// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

/** CloudWatch's StateValue. */
public enum AlarmState {

    /** Within the threshold. */
    OK,
    /** Outside of the threshold. */
    ALARM,
    /** Just created, or without enough data to say. */
    INSUFFICIENT_DATA
}
