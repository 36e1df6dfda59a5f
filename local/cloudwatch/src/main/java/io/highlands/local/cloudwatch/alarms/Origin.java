// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

/** Who declared an alarm. */
public enum Origin {

    /** A template. Its periods were divided by the time scale, and it goes when the template no longer has it. */
    TEMPLATE,
    /** An API call. It is never scaled, and stays until it is deleted. */
    API
}
