// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Instant;
import java.util.List;

/**
 * A service, with the names and values that Amazon ECS's DescribeServices uses.
 *
 * @param name its name
 * @param desired how many tasks are wanted
 * @param running how many are RUNNING
 * @param pending how many are on their way to it
 * @param stable whether it has reached a steady state
 * @param rolloutState the state of its newest deployment: {@code IN_PROGRESS}, {@code COMPLETED} or {@code FAILED}
 * @param taskDefinition family and revision of what that deployment runs, such as {@code service-a:3}
 * @param events what happened, newest first, at most 100
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html">Amazon ECS, Service</a>
 */
public record ServiceEntry(String name, int desired, int running, int pending, boolean stable, String rolloutState,
        String taskDefinition, List<Event> events) {

    /**
     * An event of a service.
     *
     * @param at when it happened
     * @param message ECS's sentence about it
     */
    public record Event(Instant at, String message) {}

    /** Copies the list. */
    public ServiceEntry {
        events = List.copyOf(events);
    }
}
