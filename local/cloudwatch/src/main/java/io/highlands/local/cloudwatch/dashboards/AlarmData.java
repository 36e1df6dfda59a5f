// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Instant;
import java.util.List;

import io.highlands.cloudwatch.model.alarm.AlarmState;

/**
 * The states of an alarm widget's alarms.
 *
 * @param alarms in the order in which they are shown
 * @param unknown ARNs that name no alarm
 */
public record AlarmData(List<Tile> alarms, List<String> unknown) implements WidgetData {

    /**
     * One alarm.
     *
     * @param name its name
     * @param state its state
     * @param reason why, in words
     * @param since when the state began
     */
    public record Tile(String name, AlarmState state, String reason, Instant since) {}

    @Override
    public boolean empty() {
        return alarms.isEmpty();
    }
}
