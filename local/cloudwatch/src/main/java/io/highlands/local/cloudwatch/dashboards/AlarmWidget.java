// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.List;
import java.util.Set;

import io.highlands.cloudwatch.model.alarm.AlarmState;

/**
 * A widget that shows the states of alarms.
 *
 * @param place where it lies
 * @param title what stands above it
 * @param alarms ARNs of the alarms, in the order of the body
 * @param sortBy {@code default} (the body's order), {@code stateUpdatedTimestamp} or {@code timestamp}
 * @param states which states are shown; all of them where the body names none
 */
public record AlarmWidget(Place place, String title, List<String> alarms, String sortBy, Set<AlarmState> states)
        implements
            Widget {}
