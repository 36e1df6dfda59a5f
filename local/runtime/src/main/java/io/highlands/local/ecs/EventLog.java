// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest events of one service. ECS keeps a hundred. */
final class EventLog {

    private static final int KEPT = 100;

    private final String service;
    private final Deque<ServiceEvent> events = new ArrayDeque<>();

    EventLog(String service) {
        this.service = service;
    }

    /** Adds an event; ECS begins each with the service's name. */
    void add(String what) {
        if (events.size() == KEPT) {
            events.removeLast();
        }
        events.addFirst(new ServiceEvent(Instant.now(), "(service " + service + ") " + what));
    }

    List<ServiceEvent> latestFirst() {
        return List.copyOf(events);
    }
}
