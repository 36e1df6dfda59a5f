// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.util.List;

/**
 * The load balancer or a service on the map.
 *
 * @param id the service's name; empty for the load balancer
 * @param title what is written
 * @param state how it is, in words
 * @param rate what it is sent, in words
 * @param tasks a state per task: running, starting, unhealthy or missing
 * @param alarms how many of its alarms are in ALARM
 * @param address the page that says more
 */
public record MapNode(String id, String title, String state, String rate, List<String> tasks, int alarms,
        String address) {

    boolean troubled() {
        return tasks.stream().anyMatch(task -> !task.equals("running"));
    }
}
