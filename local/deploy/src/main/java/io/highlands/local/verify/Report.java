// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.util.List;
import java.util.Map;

/**
 * What a verification found.
 *
 * @param dashboards how many dashboards are declared
 * @param dashboardsPresent how many of them are there
 * @param alarms how many alarms are declared
 * @param alarmsPresent how many of them are there
 * @param states how many of those are in each state
 * @param series how many metrics and searches the dashboards and alarms use
 * @param withData how many of them have data in the window
 * @param quiet those that exist and have none in the window
 * @param incidents those that do not exist yet, with the fault that makes them
 * @param gaps what is not as it should be
 */
public record Report(int dashboards, int dashboardsPresent, int alarms, int alarmsPresent, Map<String, Integer> states,
        int series, int withData, List<String> quiet, List<String> incidents, List<Gap> gaps) {}
