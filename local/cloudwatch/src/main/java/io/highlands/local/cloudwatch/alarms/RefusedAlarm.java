// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

/**
 * An alarm that cannot be taken over beside the others.
 *
 * @param name AlarmName
 * @param property the property that is wrong
 * @param message what is wrong, in AWS's words where they are known
 */
public record RefusedAlarm(String name, String property, String message) {}
