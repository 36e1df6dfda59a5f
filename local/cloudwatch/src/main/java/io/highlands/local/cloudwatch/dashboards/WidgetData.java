// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

/** What a widget shows over a stretch of time. */
public sealed interface WidgetData permits ChartData, TextData, AlarmData, LogData, FailedData {

    /**
     * Whether there is nothing to show for lack of data, which is not the same as zero.
     *
     * @return true when no series has a point, no alarm is known, or no row was found; never for text
     */
    boolean empty();
}
