// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

/**
 * Why an alarm is in its state.
 *
 * @param text StateReason: the reason in AWS's words
 * @param data StateReasonData: the reason as JSON, empty when AWS has none
 */
public record StateReason(String text, String data) {

    /** The reason of an alarm that was not evaluated yet. */
    public static final StateReason CREATED = new StateReason("Unchecked: Initial alarm creation", "");
}
