// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

/** The states of an alarm. */
public enum AlarmState {

    /** Within the threshold. */
    OK,
    /** Outside of the threshold. */
    ALARM,
    /** Just created, or without enough data to say. */
    INSUFFICIENT_DATA
}
